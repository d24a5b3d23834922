// OpenSSL's digests and signatures, without what Swift cannot call.
#ifndef MIRRORCTL_CDIGEST_H
#define MIRRORCTL_CDIGEST_H

#include <stddef.h>
#include <stdint.h>

typedef struct md_hash md_hash;

/// `sha256`, `sha384` or `sha512`; NULL when there is no memory or no such algorithm.
md_hash *md_hash_new(const char *algorithm);
void md_hash_free(md_hash *hash);
void md_hash_update(md_hash *hash, const void *bytes, size_t length);
/// Writes at most 64 bytes and returns how many; the state stays as it was.
size_t md_hash_value(const md_hash *hash, uint8_t *value);

/// PBKDF2 with HMAC-SHA-256 into 32 bytes of `key`; 0 when it cannot be done.
int md_pbkdf2(const uint8_t *secret, size_t secret_length, const uint8_t *salt, size_t salt_length, int rounds,
              uint8_t *key);

typedef struct md_verifier md_verifier;

/// Verifies an ECDSA or RSA signature over SHA-256. NULL when `pem` is no public key of those kinds, or too long.
md_verifier *md_verifier_new(const uint8_t *pem, size_t length);
void md_verifier_free(md_verifier *verifier);
void md_verifier_update(md_verifier *verifier, const void *bytes, size_t length);
/// 1 when the signature is the key's over what was given.
int md_verifier_check(md_verifier *verifier, const uint8_t *signature, size_t length);

#endif
