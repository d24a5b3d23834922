#include "offer.h"

// What crypto/tls offers, in its order, and after it the suites without forward secrecy that it offered until Go 1.21. A
// server that has nothing else in common is none for a node.
void mc_offer_as_go(SSL_CTX *ssl) {
    SSL_CTX_set_cipher_list(
        ssl,
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
        "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:"
        "ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA:"
        "AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA:AES256-SHA");
    SSL_CTX_set1_groups_list(ssl, "X25519:P-256:P-384:P-521");
    SSL_CTX_set1_sigalgs_list(
        ssl,
        "rsa_pss_rsae_sha256:ecdsa_secp256r1_sha256:ed25519:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:rsa_pkcs1_sha256:"
        "rsa_pkcs1_sha384:rsa_pkcs1_sha512:ecdsa_secp384r1_sha384:ecdsa_secp521r1_sha512");
}

// To find out what a server that refuses the offer above would take.
void mc_offer_everything(SSL_CTX *ssl, int is_before_13) {
    if (is_before_13) SSL_CTX_set_max_proto_version(ssl, TLS1_2_VERSION);
    SSL_CTX_set_security_level(ssl, 0);
    SSL_CTX_set_min_proto_version(ssl, TLS1_VERSION);
    SSL_CTX_set_cipher_list(ssl, "ALL:@SECLEVEL=0");
    SSL_CTX_set1_groups_list(
        ssl,
        "X25519:P-256:P-384:P-521:X448:P-224:secp256k1:brainpoolP256r1:brainpoolP384r1:brainpoolP512r1:ffdhe2048:"
        "ffdhe3072:ffdhe4096");
    SSL_CTX_set1_sigalgs_list(
        ssl,
        "rsa_pss_rsae_sha256:ecdsa_secp256r1_sha256:ed25519:ed448:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:"
        "rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512:rsa_pkcs1_sha256:rsa_pkcs1_sha384:rsa_pkcs1_sha512:"
        "ecdsa_secp384r1_sha384:ecdsa_secp521r1_sha512:ECDSA+SHA224:RSA+SHA224:DSA+SHA256:DSA+SHA224:ECDSA+SHA1:RSA+SHA1:"
        "DSA+SHA1");
}
