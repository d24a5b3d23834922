// libcurl and OpenSSL, opened when one of their functions is first called: they bring thirty libraries along, and most of
// what the program does needs none of them.
//
// Each function is defined here and hands its arguments on to the real one. ADD A LINE for a function that the linker
// does not find.
#define CURL_DISABLE_TYPECHECK
#include "lazy.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <pthread.h>
#include <stdarg.h>

#undef curl_easy_setopt
#undef curl_easy_getinfo

// OpenSSL keeps what it has when the program ends: another thread may be in the middle of a handshake.
static void keep_at_exit(void) {
    void *crypto = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
    __typeof__(&OPENSSL_init_crypto) init = crypto ? dlsym(crypto, "OPENSSL_init_crypto") : NULL;
    if (init) init(OPENSSL_INIT_NO_ATEXIT, NULL);
}

static void (*when_missing)(const char *error);

void ml_when_missing(void (*handler)(const char *error)) { when_missing = handler; }

void *ml_find(const char *library, const char *name) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, keep_at_exit);
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    void *function = handle ? dlsym(handle, name) : NULL;
    if (function) return function;
    const char *error = dlerror();
    if (when_missing) when_missing(error ? error : library);
    return NULL;
}

// Without its library a function does nothing, and says 0 or NULL; the program was told before.
// Hidden: the libraries themselves keep calling their own.
#define REAL(library, name) \
    static __typeof__(&name) real; \
    __typeof__(&name) at = __atomic_load_n(&real, __ATOMIC_RELAXED); \
    if (!at) { \
        at = (__typeof__(&name))ml_find(library, #name); \
        __atomic_store_n(&real, at, __ATOMIC_RELAXED); \
    }
#define LAZY(library, result, name, parameters, arguments) \
    __attribute__((visibility("hidden"))) result name parameters { \
        REAL(library, name) \
        return at ? at arguments : (result)0; \
    }
#define CURL(...) LAZY("libcurl.so.4", __VA_ARGS__)
#define SSL(...) LAZY("libssl.so.3", __VA_ARGS__)
#define CRYPTO(...) LAZY("libcrypto.so.3", __VA_ARGS__)

CRYPTO(const ASN1_ITEM *, ASN1_ANY_it, (void), ())
CRYPTO(void, ASN1_BIT_STRING_free, (ASN1_BIT_STRING *a), (a))
CRYPTO(const unsigned char *, ASN1_STRING_get0_data, (const ASN1_STRING *a), (a))
CRYPTO(int, ASN1_STRING_length, (const ASN1_STRING *a), (a))
CRYPTO(int, ASN1_STRING_to_UTF8, (unsigned char **a, const ASN1_STRING *b), (a, b))
CRYPTO(int, ASN1_TIME_to_tm, (const ASN1_TIME *a, struct tm *b), (a, b))
CRYPTO(void, ASN1_TYPE_free, (ASN1_TYPE *a), (a))
CRYPTO(int, ASN1_get_object, (const unsigned char **a, long *b, int *c, int *d, long e), (a, b, c, d, e))
CRYPTO(int, ASN1_item_verify, (const ASN1_ITEM *a, const X509_ALGOR *b, const ASN1_BIT_STRING *c, const void *d, EVP_PKEY *e),
    (a, b, c, d, e))
CRYPTO(void, AUTHORITY_INFO_ACCESS_free, (AUTHORITY_INFO_ACCESS *a), (a))
CRYPTO(long, BIO_ctrl, (BIO *a, int b, long c, void *d), (a, b, c, d))
CRYPTO(int, BIO_free, (BIO *a), (a))
CRYPTO(BIO *, BIO_new, (const BIO_METHOD *a), (a))
CRYPTO(BIO *, BIO_new_mem_buf, (const void *a, int b), (a, b))
CRYPTO(const BIO_METHOD *, BIO_s_mem, (void), ())
CRYPTO(void, CRYPTO_free, (void *a, const char *b, int c), (a, b, c))
CRYPTO(int, CRYPTO_get_ex_new_index, (int a, long b, void *c, CRYPTO_EX_new *d, CRYPTO_EX_dup *e, CRYPTO_EX_free
    *f), (a, b, c, d, e, f))
CRYPTO(void, ERR_clear_error, (void), ())
CRYPTO(int, EVP_Digest, (const void *a, size_t b, unsigned char *c, unsigned int *d, const EVP_MD *e, ENGINE *f),
    (a, b, c, d, e, f))
CRYPTO(int, EVP_DigestFinal_ex, (EVP_MD_CTX *a, unsigned char *b, unsigned int *c), (a, b, c))
CRYPTO(int, EVP_DigestInit_ex, (EVP_MD_CTX *a, const EVP_MD *b, ENGINE *c), (a, b, c))
CRYPTO(int, EVP_DigestUpdate, (EVP_MD_CTX *a, const void *b, size_t c), (a, b, c))
CRYPTO(int, EVP_DigestVerifyFinal, (EVP_MD_CTX *a, const unsigned char *b, size_t c), (a, b, c))
CRYPTO(int, EVP_DigestVerifyInit, (EVP_MD_CTX *a, EVP_PKEY_CTX **b, const EVP_MD *c, ENGINE *d, EVP_PKEY *e), (a,
    b, c, d, e))
CRYPTO(int, EVP_DigestVerifyUpdate, (EVP_MD_CTX *a, const void *b, size_t c), (a, b, c))
CRYPTO(int, EVP_MD_CTX_copy_ex, (EVP_MD_CTX *a, const EVP_MD_CTX *b), (a, b))
CRYPTO(void, EVP_MD_CTX_free, (EVP_MD_CTX *a), (a))
CRYPTO(EVP_MD_CTX *, EVP_MD_CTX_new, (void), ())
CRYPTO(void, EVP_PKEY_free, (EVP_PKEY *a), (a))
CRYPTO(const char *, EVP_PKEY_get0_type_name, (const EVP_PKEY *a), (a))
CRYPTO(int, EVP_PKEY_get_base_id, (const EVP_PKEY *a), (a))
CRYPTO(int, EVP_PKEY_get_bits, (const EVP_PKEY *a), (a))
CRYPTO(const EVP_MD *, EVP_get_digestbyname, (const char *a), (a))
CRYPTO(const EVP_MD *, EVP_sha256, (void), ())
CRYPTO(void, GENERAL_NAMES_free, (GENERAL_NAMES *a), (a))
CRYPTO(const char *, OBJ_nid2ln, (int a), (a))
CRYPTO(int, OBJ_obj2nid, (const ASN1_OBJECT *a), (a))
CRYPTO(OPENSSL_STACK *, OPENSSL_sk_new_null, (void), ())
CRYPTO(int, OPENSSL_sk_num, (const OPENSSL_STACK *a), (a))
CRYPTO(void, OPENSSL_sk_pop_free, (OPENSSL_STACK *a, void (*b)(void *)), (a, b))
CRYPTO(int, OPENSSL_sk_push, (OPENSSL_STACK *a, const void *b), (a, b))
CRYPTO(void *, OPENSSL_sk_value, (const OPENSSL_STACK *a, int b), (a, b))
CRYPTO(int, PEM_read_bio, (BIO *a, char **b, char **c, unsigned char **d, long *e), (a, b, c, d, e))
CRYPTO(EVP_PKEY *, PEM_read_bio_PUBKEY, (BIO *a, EVP_PKEY **b, pem_password_cb *c, void *d), (a, b, c, d))
CRYPTO(EVP_PKEY *, PEM_read_bio_PrivateKey, (BIO *a, EVP_PKEY **b, pem_password_cb *c, void *d), (a, b, c, d))
CRYPTO(X509 *, PEM_read_bio_X509, (BIO *a, X509 **b, pem_password_cb *c, void *d), (a, b, c, d))
CRYPTO(ASN1_STRING *, X509_NAME_ENTRY_get_data, (const X509_NAME_ENTRY *a), (a))
CRYPTO(int, X509_NAME_cmp, (const X509_NAME *a, const X509_NAME *b), (a, b))
CRYPTO(X509_NAME_ENTRY *, X509_NAME_get_entry, (const X509_NAME *a, int b), (a, b))
CRYPTO(int, X509_NAME_get_index_by_NID, (const X509_NAME *a, int b, int c), (a, b, c))
CRYPTO(int, X509_NAME_print_ex, (BIO *a, const X509_NAME *b, int c, unsigned long d), (a, b, c, d))
CRYPTO(X509 *, X509_STORE_CTX_get0_cert, (const X509_STORE_CTX *a), (a))
CRYPTO(struct stack_st_X509 *, X509_STORE_CTX_get0_chain, (const X509_STORE_CTX *a), (a))
CRYPTO(X509_VERIFY_PARAM *, X509_STORE_CTX_get0_param, (const X509_STORE_CTX *a), (a))
CRYPTO(struct stack_st_X509 *, X509_STORE_CTX_get0_untrusted, (const X509_STORE_CTX *a), (a))
CRYPTO(int, X509_STORE_CTX_get_error, (const X509_STORE_CTX *a), (a))
CRYPTO(int, X509_STORE_CTX_get_error_depth, (const X509_STORE_CTX *a), (a))
CRYPTO(void *, X509_STORE_CTX_get_ex_data, (const X509_STORE_CTX *a, int b), (a, b))
CRYPTO(void, X509_STORE_CTX_set_error, (X509_STORE_CTX *a, int b), (a, b))
CRYPTO(int, X509_STORE_CTX_set_ex_data, (X509_STORE_CTX *a, int b, void *c), (a, b, c))
CRYPTO(int, PKCS5_PBKDF2_HMAC,
    (const char *a, int b, const unsigned char *c, int d, int e, const EVP_MD *f, int g, unsigned char *h),
    (a, b, c, d, e, f, g, h))
CRYPTO(void, X509_STORE_CTX_set_verify_cb, (X509_STORE_CTX *a, X509_STORE_CTX_verify_cb b), (a, b))
CRYPTO(int, X509_STORE_add_cert, (X509_STORE *a, X509 *b), (a, b))
CRYPTO(void, X509_STORE_free, (X509_STORE *a), (a))
CRYPTO(X509_STORE *, X509_STORE_new, (void), ())
CRYPTO(int, X509_STORE_set_default_paths, (X509_STORE *a), (a))
CRYPTO(int, X509_STORE_set_flags, (X509_STORE *a, unsigned long b), (a, b))
CRYPTO(int, X509_STORE_up_ref, (X509_STORE *a), (a))
CRYPTO(void, X509_VERIFY_PARAM_set_auth_level, (X509_VERIFY_PARAM *a, int b), (a, b))
CRYPTO(int, X509_VERIFY_PARAM_set_purpose, (X509_VERIFY_PARAM *a, int b), (a, b))
CRYPTO(uint32_t, X509_get_extension_flags, (X509 *a), (a))
CRYPTO(uint32_t, X509_get_extended_key_usage, (X509 *a), (a))
CRYPTO(int, X509_check_ca, (X509 *a), (a))
CRYPTO(int, X509_check_host, (X509 *a, const char *b, size_t c, unsigned int d, char **e), (a, b, c, d, e))
CRYPTO(int, X509_check_ip_asc, (X509 *a, const char *b, unsigned int c), (a, b, c))
CRYPTO(int, X509_check_private_key, (const X509 *a, const EVP_PKEY *b), (a, b))
CRYPTO(int, X509_digest, (const X509 *a, const EVP_MD *b, unsigned char *c, unsigned int *d), (a, b, c, d))
CRYPTO(void, X509_free, (X509 *a), (a))
CRYPTO(const ASN1_TIME *, X509_get0_notAfter, (const X509 *a), (a))
CRYPTO(const ASN1_TIME *, X509_get0_notBefore, (const X509 *a), (a))
CRYPTO(EVP_PKEY *, X509_get0_pubkey, (const X509 *a), (a))
CRYPTO(void *, X509_get_ext_d2i, (const X509 *a, int b, int *c, int *d), (a, b, c, d))
CRYPTO(int, X509_self_signed, (X509 *cert, int verify_signature), (cert, verify_signature))
CRYPTO(X509_NAME *, X509_get_issuer_name, (const X509 *a), (a))
CRYPTO(int, X509_get_signature_info, (X509 *a, int *b, int *c, int *d, uint32_t *e), (a, b, c, d, e))
CRYPTO(int, X509_get_signature_nid, (const X509 *a), (a))
CRYPTO(X509_NAME *, X509_get_subject_name, (const X509 *a), (a))
CRYPTO(int, X509_verify_cert, (X509_STORE_CTX *a), (a))
CRYPTO(const char *, X509_verify_cert_error_string, (long a), (a))
CRYPTO(void, X509_ALGOR_free, (X509_ALGOR *a), (a))
CRYPTO(ASN1_BIT_STRING *, d2i_ASN1_BIT_STRING, (ASN1_BIT_STRING **a, const unsigned char **b, long c), (a, b, c))
CRYPTO(ASN1_TYPE *, d2i_ASN1_TYPE, (ASN1_TYPE **a, const unsigned char **b, long c), (a, b, c))
CRYPTO(EVP_PKEY *, d2i_PUBKEY, (EVP_PKEY **a, const unsigned char **b, long c), (a, b, c))
CRYPTO(X509 *, d2i_X509, (X509 **a, const unsigned char **b, long c), (a, b, c))
CRYPTO(X509_ALGOR *, d2i_X509_ALGOR, (X509_ALGOR **a, const unsigned char **b, long c), (a, b, c))
CRYPTO(int, i2d_X509, (const X509 *a, unsigned char **b), (a, b))

SSL(long, SSL_CTX_ctrl, (SSL_CTX *a, int b, long c, void *d), (a, b, c, d))
SSL(int, SSL_CTX_set_cipher_list, (SSL_CTX *a, const char *b), (a, b))
SSL(void, SSL_CTX_set_security_level, (SSL_CTX *a, int b), (a, b))
SSL(const char *, SSL_CIPHER_get_name, (const SSL_CIPHER *a), (a))
SSL(const SSL_CIPHER *, SSL_get_pending_cipher, (const SSL *a), (a))
SSL(void *, SSL_CTX_get_ex_data, (const SSL_CTX *a, int b), (a, b))
SSL(void, SSL_CTX_set_cert_store, (SSL_CTX *a, X509_STORE *b), (a, b))
SSL(void, SSL_CTX_set_cert_verify_callback, (SSL_CTX *a, int (*b)(X509_STORE_CTX *, void *), void *c), (a, b, c))
SSL(void, SSL_CTX_set_client_cert_cb, (SSL_CTX *a, int (*b)(SSL *, X509 **, EVP_PKEY **)), (a, b))
SSL(int, SSL_CTX_set_ex_data, (SSL_CTX *a, int b, void *c), (a, b, c))
SSL(void, SSL_CTX_set_msg_callback, (SSL_CTX *a, void (*b)(int, int, int, const void *, size_t, SSL *, void *)), (a, b))
SSL(int, SSL_CTX_use_PrivateKey, (SSL_CTX *a, EVP_PKEY *b), (a, b))
SSL(int, SSL_CTX_use_certificate, (SSL_CTX *a, X509 *b), (a, b))
SSL(SSL_CTX *, SSL_get_SSL_CTX, (const SSL *a), (a))
SSL(int, SSL_get_ex_data_X509_STORE_CTX_idx, (void), ())
SSL(const char *, SSL_get_version, (const SSL *a), (a))

CURL(void, curl_easy_cleanup, (CURL *a), (a))
CURL(CURL *, curl_easy_init, (void), ())
CURL(char *, curl_version, (void), ())
CURL(const char *, curl_easy_strerror, (CURLcode a), (a))
CURL(void, curl_free, (void *a), (a))
CURL(time_t, curl_getdate, (const char *a, const time_t *b), (a, b))
CURL(CURLcode, curl_global_init, (long a), (a))
CURL(CURLMcode, curl_multi_add_handle, (CURLM *a, CURL *b), (a, b))
CURL(CURLMcode, curl_multi_cleanup, (CURLM *a), (a))
CURL(CURLMsg *, curl_multi_info_read, (CURLM *a, int *b), (a, b))
CURL(CURLM *, curl_multi_init, (void), ())
CURL(CURLMcode, curl_multi_perform, (CURLM *a, int *b), (a, b))
CURL(CURLMcode, curl_multi_poll, (CURLM *a, struct curl_waitfd *b, unsigned int c, int d, int *e), (a, b, c, d, e))
CURL(CURLMcode, curl_multi_remove_handle, (CURLM *a, CURL *b), (a, b))
CURL(struct curl_slist *, curl_slist_append, (struct curl_slist *a, const char *b), (a, b))
CURL(void, curl_slist_free_all, (struct curl_slist *a), (a))
CURL(CURLU *, curl_url, (void), ())
CURL(void, curl_url_cleanup, (CURLU *a), (a))
CURL(CURLUcode, curl_url_get, (CURLU *a, CURLUPart b, char **c, unsigned int d), (a, b, c, d))
CURL(CURLUcode, curl_url_set, (CURLU *a, CURLUPart b, const char *c, unsigned int d), (a, b, c, d))

// What varies is one word: a long, a curl_off_t or a pointer.
__attribute__((visibility("hidden"))) CURLcode curl_easy_setopt(CURL *a, CURLoption b, ...) {
    REAL("libcurl.so.4", curl_easy_setopt)
    va_list list;
    va_start(list, b);
    void *value = va_arg(list, void *);
    va_end(list);
    return at ? at(a, b, value) : CURLE_FAILED_INIT;
}

__attribute__((visibility("hidden"))) CURLcode curl_easy_getinfo(CURL *a, CURLINFO b, ...) {
    REAL("libcurl.so.4", curl_easy_getinfo)
    va_list list;
    va_start(list, b);
    void *value = va_arg(list, void *);
    va_end(list);
    return at ? at(a, b, value) : CURLE_FAILED_INIT;
}
