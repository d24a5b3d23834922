#include "shim.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <limits.h>
#include <stdlib.h>

struct md_hash {
    EVP_MD_CTX *context;
};

md_hash *md_hash_new(const char *algorithm) {
    const EVP_MD *kind = EVP_get_digestbyname(algorithm);
    md_hash *hash = kind ? calloc(1, sizeof *hash) : NULL;
    if (!hash) return NULL;
    hash->context = EVP_MD_CTX_new();
    if (hash->context && EVP_DigestInit_ex(hash->context, kind, NULL) == 1) return hash;
    md_hash_free(hash);
    return NULL;
}

void md_hash_free(md_hash *hash) {
    if (!hash) return;
    EVP_MD_CTX_free(hash->context);
    free(hash);
}

void md_hash_update(md_hash *hash, const void *bytes, size_t length) {
    EVP_DigestUpdate(hash->context, bytes, length);
}

size_t md_hash_value(const md_hash *hash, uint8_t *value) {
    unsigned int length = 0;
    EVP_MD_CTX *copy = EVP_MD_CTX_new();
    if (copy && EVP_MD_CTX_copy_ex(copy, hash->context) == 1) EVP_DigestFinal_ex(copy, value, &length);
    EVP_MD_CTX_free(copy);
    return length;
}

int md_pbkdf2(const uint8_t *secret, size_t secret_length, const uint8_t *salt, size_t salt_length, int rounds,
              uint8_t *key) {
    if (secret_length > INT_MAX || salt_length > INT_MAX || rounds < 1) return 0;
    return PKCS5_PBKDF2_HMAC((const char *)secret, (int)secret_length, salt, (int)salt_length, rounds, EVP_sha256(), 32,
                             key) == 1;
}

struct md_verifier {
    EVP_MD_CTX *context;
    EVP_PKEY *key;
};

md_verifier *md_verifier_new(const uint8_t *pem, size_t length) {
    if (length > INT_MAX) return NULL;
    BIO *text = BIO_new_mem_buf(pem, (int)length);
    EVP_PKEY *key = text ? PEM_read_bio_PUBKEY(text, NULL, NULL, NULL) : NULL;
    BIO_free(text);
    int kind = key ? EVP_PKEY_get_base_id(key) : 0;
    md_verifier *verifier = kind == EVP_PKEY_EC || kind == EVP_PKEY_RSA ? calloc(1, sizeof *verifier) : NULL;
    if (!verifier) {
        EVP_PKEY_free(key);
        return NULL;
    }
    verifier->key = key;
    verifier->context = EVP_MD_CTX_new();
    if (verifier->context && EVP_DigestVerifyInit(verifier->context, NULL, EVP_sha256(), NULL, key) == 1)
        return verifier;
    md_verifier_free(verifier);
    return NULL;
}

void md_verifier_free(md_verifier *verifier) {
    if (!verifier) return;
    EVP_MD_CTX_free(verifier->context);
    EVP_PKEY_free(verifier->key);
    free(verifier);
}

void md_verifier_update(md_verifier *verifier, const void *bytes, size_t length) {
    EVP_DigestVerifyUpdate(verifier->context, bytes, length);
}

int md_verifier_check(md_verifier *verifier, const uint8_t *signature, size_t length) {
    return EVP_DigestVerifyFinal(verifier->context, signature, length) == 1;
}
