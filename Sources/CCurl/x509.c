#include "shim.h"

#include <arpa/inet.h>
#include <limits.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct mc_x509 {
    X509 *certificate;
    GENERAL_NAMES *names;
};

mc_x509 *mc_x509_new(const uint8_t *der, size_t length) {
    const unsigned char *at = der;
    X509 *certificate = d2i_X509(NULL, &at, (long)length);
    mc_x509 *result = certificate ? calloc(1, sizeof *result) : NULL;
    if (result) {
        result->certificate = certificate;
        result->names = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    } else {
        X509_free(certificate);
    }
    ERR_clear_error();
    return result;
}

void mc_x509_free(mc_x509 *certificate) {
    if (!certificate) return;
    GENERAL_NAMES_free(certificate->names);
    X509_free(certificate->certificate);
    free(certificate);
}

static size_t copy(const char *text, size_t length, char *buffer, size_t size) {
    size_t taken = length < size ? length : size;
    // What is empty may be nowhere.
    if (taken) memcpy(buffer, text, taken);
    return taken;
}

static size_t whole_name(const X509_NAME *name, char *buffer, size_t size) {
    BIO *memory = BIO_new(BIO_s_mem());
    char *text = NULL;
    size_t taken = 0;
    // Control characters are escaped, letters beyond ASCII stay.
    if (memory && X509_NAME_print_ex(memory, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) >= 0) {
        long length = BIO_get_mem_data(memory, &text);
        if (length > 0) taken = copy(text, (size_t)length, buffer, size);
    }
    BIO_free(memory);
    return taken;
}

static size_t name_part(const X509_NAME *name, int part, char *buffer, size_t size) {
    int index = X509_NAME_get_index_by_NID((X509_NAME *)name, part, -1);
    if (index < 0) return 0;
    unsigned char *text = NULL;
    int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    size_t taken = length > 0 ? copy((char *)text, (size_t)length, buffer, size) : 0;
    OPENSSL_free(text);
    return taken;
}

static size_t fingerprint(const X509 *certificate, char *buffer, size_t size) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    char text[3 * EVP_MAX_MD_SIZE];
    static const char digits[] = "0123456789ABCDEF";
    if (X509_digest(certificate, EVP_sha256(), digest, &length) != 1) return 0;
    for (unsigned int i = 0; i < length; i++) {
        text[3 * i] = digits[digest[i] >> 4];
        text[3 * i + 1] = digits[digest[i] & 15];
        text[3 * i + 2] = ':';
    }
    return copy(text, 3 * length - 1, buffer, size);
}

static size_t ca_issuers(X509 *certificate, char *buffer, size_t size) {
    AUTHORITY_INFO_ACCESS *access = X509_get_ext_d2i(certificate, NID_info_access, NULL, NULL);
    size_t taken = 0;
    for (int i = 0; access && taken == 0 && i < sk_ACCESS_DESCRIPTION_num(access); i++) {
        const ACCESS_DESCRIPTION *one = sk_ACCESS_DESCRIPTION_value(access, i);
        if (OBJ_obj2nid(one->method) != NID_ad_ca_issuers || one->location->type != GEN_URI) continue;
        const ASN1_IA5STRING *url = one->location->d.uniformResourceIdentifier;
        taken = copy((const char *)ASN1_STRING_get0_data(url), (size_t)ASN1_STRING_length(url), buffer, size);
    }
    AUTHORITY_INFO_ACCESS_free(access);
    return taken;
}

static size_t key_type(X509 *certificate, char *buffer, size_t size) {
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    const char *text = key ? EVP_PKEY_get0_type_name(key) : NULL;
    return text ? copy(text, strlen(text), buffer, size) : 0;
}

size_t mc_x509_text(const mc_x509 *certificate, enum mc_x509_text which, char *buffer, size_t size) {
    X509 *x509 = certificate->certificate;
    const X509_NAME *subject = X509_get_subject_name(x509), *issuer = X509_get_issuer_name(x509);
    size_t taken = 0;
    switch (which) {
    case MC_SUBJECT: taken = whole_name(subject, buffer, size); break;
    case MC_ISSUER: taken = whole_name(issuer, buffer, size); break;
    case MC_COMMON_NAME: taken = name_part(subject, NID_commonName, buffer, size); break;
    case MC_ORGANIZATION: taken = name_part(subject, NID_organizationName, buffer, size); break;
    case MC_ISSUER_ORGANIZATION: taken = name_part(issuer, NID_organizationName, buffer, size); break;
    case MC_FINGERPRINT: taken = fingerprint(x509, buffer, size); break;
    case MC_KEY_TYPE: taken = key_type(x509, buffer, size); break;
    case MC_SIGNATURE_ALGORITHM: {
        const char *text = OBJ_nid2ln(X509_get_signature_nid(x509));
        taken = text ? copy(text, strlen(text), buffer, size) : 0;
        break;
    }
    case MC_CA_ISSUERS: taken = ca_issuers(x509, buffer, size); break;
    }
    ERR_clear_error();
    return taken;
}

static int64_t seconds(const ASN1_TIME *time) {
    struct tm parts;
    memset(&parts, 0, sizeof parts);
    return ASN1_TIME_to_tm(time, &parts) == 1 ? (int64_t)timegm(&parts) : 0;
}

int64_t mc_x509_not_before(const mc_x509 *certificate) { return seconds(X509_get0_notBefore(certificate->certificate)); }
int64_t mc_x509_not_after(const mc_x509 *certificate) { return seconds(X509_get0_notAfter(certificate->certificate)); }
int mc_x509_is_ca(const mc_x509 *certificate) { return X509_check_ca(certificate->certificate) > 0; }

int mc_x509_is_self_signed(const mc_x509 *certificate) {
    X509 *x509 = certificate->certificate;
    // A CA and what it issued can have one name: only the signature tells them apart.
    int found = X509_self_signed(x509, 1);
    // A key or algorithm that OpenSSL lacks: the names are all there is to go by.
    return found >= 0 ? found : X509_NAME_cmp(X509_get_subject_name(x509), X509_get_issuer_name(x509)) == 0;
}

int mc_x509_key_bits(const mc_x509 *certificate) {
    const EVP_PKEY *key = X509_get0_pubkey(certificate->certificate);
    return key ? EVP_PKEY_get_bits(key) : 0;
}

size_t mc_x509_name_count(const mc_x509 *certificate) {
    return certificate->names ? (size_t)sk_GENERAL_NAME_num(certificate->names) : 0;
}

size_t mc_x509_name(const mc_x509 *certificate, size_t index, int *is_address, char *buffer, size_t size) {
    if (index >= mc_x509_name_count(certificate)) return 0;
    const GENERAL_NAME *name = sk_GENERAL_NAME_value(certificate->names, (int)index);
    *is_address = name->type == GEN_IPADD;
    if (name->type == GEN_DNS) {
        const ASN1_IA5STRING *text = name->d.dNSName;
        return copy((const char *)ASN1_STRING_get0_data(text), (size_t)ASN1_STRING_length(text), buffer, size);
    }
    if (name->type == GEN_IPADD) {
        char text[INET6_ADDRSTRLEN];
        int length = ASN1_STRING_length(name->d.iPAddress);
        int family = length == 4 ? AF_INET : length == 16 ? AF_INET6 : 0;
        if (family == 0) return 0;
        if (!inet_ntop(family, ASN1_STRING_get0_data(name->d.iPAddress), text, sizeof text)) return 0;
        return copy(text, strlen(text), buffer, size);
    }
    return 0;
}

// The content of the element at `*at`, which moves behind it; NULL when there is none.
static const unsigned char *element(const unsigned char **at, const unsigned char *end, long *length, int *tag) {
    int class;
    const unsigned char *content = *at;
    if (content >= end || ASN1_get_object(&content, length, tag, &class, end - content) & 0x81) return NULL;
    *at = content + *length;
    return content;
}

// The key of a certificate, whatever else is in it.
static EVP_PKEY *key_of(const uint8_t *der, size_t size) {
    const unsigned char *at = der, *end = der + size;
    long length;
    int tag;
    for (int depth = 0; depth < 2; depth++) {
        const unsigned char *content = element(&at, end, &length, &tag);
        if (!content) return NULL;
        at = content;
        end = content + length;
    }
    // Serial, algorithm, issuer, dates, subject; a version before them or not.
    for (int passed = 0; passed < 5; passed++) {
        if (!element(&at, end, &length, &tag)) return NULL;
        if (passed == 0 && tag == 0) passed--;
    }
    return d2i_PUBKEY(NULL, &at, end - at);
}

int mc_x509_is_signed(const uint8_t *child, size_t child_length, const uint8_t *parent, size_t parent_length) {
    const unsigned char *at = child, *body, *end = child + child_length;
    long length;
    int tag;
    at = element(&at, end, &length, &tag);
    if (!at) return 0;
    end = at + length;
    body = at;
    if (!element(&at, end, &length, &tag)) return 0;
    // Not as an X509, which OpenSSL does not make of all that Go reads.
    ASN1_TYPE *signed_one = d2i_ASN1_TYPE(NULL, &body, at - body);
    X509_ALGOR *algorithm = d2i_X509_ALGOR(NULL, &at, end - at);
    ASN1_BIT_STRING *signature = algorithm ? d2i_ASN1_BIT_STRING(NULL, &at, end - at) : NULL;
    EVP_PKEY *key = key_of(parent, parent_length);
    int is_signed = signed_one && signature && key
        && ASN1_item_verify(ASN1_ITEM_rptr(ASN1_ANY), algorithm, signature, signed_one, key) == 1;
    ASN1_TYPE_free(signed_one);
    X509_ALGOR_free(algorithm);
    ASN1_BIT_STRING_free(signature);
    EVP_PKEY_free(key);
    ERR_clear_error();
    return is_signed;
}

size_t mc_pem_certificates(
    const uint8_t *pem, size_t length, void *context, void (*each)(void *context, const uint8_t *der, size_t length)) {
    if (length > INT_MAX) return 0;
    BIO *memory = BIO_new_mem_buf(pem, (int)length);
    size_t count = 0;
    char *name, *header;
    unsigned char *der;
    long size;
    while (memory && PEM_read_bio(memory, &name, &header, &der, &size) == 1) {
        // Go passes over blocks with headers.
        if (strcmp(name, PEM_STRING_X509) == 0 && header[0] == 0) {
            each(context, der, (size_t)size);
            count++;
        }
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_free(der);
    }
    BIO_free(memory);
    ERR_clear_error();
    return count;
}

int mc_sha256(const uint8_t *bytes, size_t length, uint8_t *digest) {
    unsigned size = 0;
    return EVP_Digest(bytes, length, digest, &size, EVP_sha256(), NULL) == 1 && size == 32;
}
