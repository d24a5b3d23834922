#include "shim.h"

#include "offer.h"

#include <arpa/inet.h>
#include <limits.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { CHAIN_LIMIT = 16, CERTIFICATE_LIMIT = 65536, PROBLEM_LIMIT = 32, HOST_LIMIT = 256 };

struct mc_trust {
    X509_STORE *store;
    // The system's certificates count, too; `is_mixed` when they are beside others.
    int has_system, is_mixed, has_read_system;
    int accepts_all, offers_all, is_before_13;
    X509 *shown;
    EVP_PKEY *key;
    STACK_OF(X509) *chain;
};

struct mc_peer {
    mc_trust *trust;
    char host[HOST_LIMIT];
    struct {
        uint8_t *der;
        size_t length;
    } chain[CHAIN_LIMIT];
    size_t chain_count;
    struct {
        int code, depth;
    } problems[PROBLEM_LIMIT];
    size_t problem_count;
    char version[16], cipher[64];
    // The end of a chain that was built to its end.
    uint8_t *anchor;
    size_t anchor_length;
    int verified, wants_certificate, alert_received, alert_sent;
    int greeted;
    uint8_t first_bytes[5];
    size_t first_count;
};

// Where a handshake finds its mc_peer.
static int context_index = -1, store_index = -1;
static pthread_once_t indices_once = PTHREAD_ONCE_INIT;

static void make_indices(void) {
    context_index = SSL_CTX_get_ex_new_index(0, NULL, NULL, NULL, NULL);
    store_index = X509_STORE_CTX_get_ex_new_index(0, NULL, NULL, NULL, NULL);
}

// ---- trust ----

static X509_STORE *new_store(void) {
    X509_STORE *store = X509_STORE_new();
    // A certificate in the file is trusted as it stands, as in Go's root pool, whether it signed itself or not.
    if (store) X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    return store;
}

// Reading the system's certificates takes 40 ms: at the first handshake, and once for the process.
static X509_STORE *system_store;
static pthread_once_t system_once = PTHREAD_ONCE_INIT;
static pthread_mutex_t mixing = PTHREAD_MUTEX_INITIALIZER;

static void read_system_store(void) {
    system_store = new_store();
    if (system_store) X509_STORE_set_default_paths(system_store);
    ERR_clear_error();
}

static X509_STORE *store_of(mc_trust *trust) {
    if (!trust->has_system) return trust->store;
    if (trust->is_mixed) {
        // Several connections begin at the same time with the same trust.
        pthread_mutex_lock(&mixing);
        if (!trust->has_read_system) X509_STORE_set_default_paths(trust->store);
        trust->has_read_system = 1;
        pthread_mutex_unlock(&mixing);
        return trust->store;
    }
    pthread_once(&system_once, read_system_store);
    return system_store ? system_store : trust->store;
}

mc_trust *mc_trust_new(void) {
    mc_trust *trust = calloc(1, sizeof *trust);
    if (trust) trust->store = new_store();
    if (trust && !trust->store) {
        free(trust);
        return NULL;
    }
    return trust;
}

void mc_trust_free(mc_trust *trust) {
    if (!trust) return;
    X509_STORE_free(trust->store);
    X509_free(trust->shown);
    EVP_PKEY_free(trust->key);
    sk_X509_pop_free(trust->chain, X509_free);
    free(trust);
}

int mc_trust_show(
    mc_trust *trust, const uint8_t *certificates, size_t certificates_length, const uint8_t *key, size_t key_length) {
    if (certificates_length > INT_MAX || key_length > INT_MAX) return 0;
    BIO *certificate_text = BIO_new_mem_buf(certificates, (int)certificates_length);
    BIO *key_text = BIO_new_mem_buf(key, (int)key_length);
    X509 *shown = certificate_text ? PEM_read_bio_X509(certificate_text, NULL, NULL, "") : NULL;
    EVP_PKEY *own = key_text ? PEM_read_bio_PrivateKey(key_text, NULL, NULL, "") : NULL;
    int fits = shown && own && !trust->shown && X509_check_private_key(shown, own) == 1;
    if (fits) {
        trust->shown = shown, trust->key = own;
        trust->chain = sk_X509_new_null();
        for (X509 *next; trust->chain && (next = PEM_read_bio_X509(certificate_text, NULL, NULL, ""));) {
            if (sk_X509_num(trust->chain) >= CHAIN_LIMIT || !sk_X509_push(trust->chain, next)) {
                X509_free(next);
                break;
            }
        }
    } else {
        X509_free(shown);
        EVP_PKEY_free(own);
    }
    BIO_free(certificate_text);
    BIO_free(key_text);
    ERR_clear_error();
    return fits;
}

int mc_trust_add(mc_trust *trust, const uint8_t *der, size_t length) {
    const unsigned char *at = der;
    X509 *certificate = d2i_X509(NULL, &at, (long)length);
    int added = certificate && X509_STORE_add_cert(trust->store, certificate) == 1;
    trust->is_mixed = 1;
    X509_free(certificate);
    ERR_clear_error();
    return added;
}

void mc_trust_add_system(mc_trust *trust) { trust->has_system = 1; }

void mc_trust_anyone(mc_trust *trust) { trust->accepts_all = 1; }

void mc_trust_offer_all(mc_trust *trust, int is_before_13) {
    trust->offers_all = 1;
    trust->is_before_13 = is_before_13;
}

// ---- verification ----

static void add_problem(mc_peer *peer, int code, int depth) {
    for (size_t i = 0; i < peer->problem_count; i++) {
        if (peer->problems[i].code == code && peer->problems[i].depth == depth) return;
    }
    if (peer->problem_count == PROBLEM_LIMIT) return;
    peer->problems[peer->problem_count].code = code;
    peer->problems[peer->problem_count].depth = depth;
    peer->problem_count++;
}

static int on_problem(int fine, X509_STORE_CTX *store) {
    mc_peer *peer = X509_STORE_CTX_get_ex_data(store, store_index);
    if (!fine && peer) add_problem(peer, X509_STORE_CTX_get_error(store), X509_STORE_CTX_get_error_depth(store));
    return 1;
}

static void keep_chain(mc_peer *peer, X509_STORE_CTX *store) {
    STACK_OF(X509) *sent = X509_STORE_CTX_get0_untrusted(store);
    for (int i = 0; sent && i < sk_X509_num(sent) && peer->chain_count < CHAIN_LIMIT; i++) {
        unsigned char *der = NULL;
        int length = i2d_X509(sk_X509_value(sent, i), &der);
        uint8_t *copy = length > 0 && length <= CERTIFICATE_LIMIT ? malloc((size_t)length) : NULL;
        if (copy) {
            memcpy(copy, der, (size_t)length);
            peer->chain[peer->chain_count].der = copy;
            peer->chain[peer->chain_count].length = (size_t)length;
            peer->chain_count++;
        }
        OPENSSL_free(der);
    }
}

static void forget_certificates(mc_peer *peer) {
    for (size_t i = 0; i < peer->chain_count; i++) free(peer->chain[i].der);
    free(peer->anchor);
    peer->anchor = NULL;
    peer->chain_count = peer->anchor_length = 0;
}

static void keep_anchor(mc_peer *peer, X509_STORE_CTX *store) {
    STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(store);
    int count = chain ? sk_X509_num(chain) : 0;
    unsigned char *der = NULL;
    int length = count ? i2d_X509(sk_X509_value(chain, count - 1), &der) : 0;
    uint8_t *copy = length > 0 && length <= CERTIFICATE_LIMIT ? malloc((size_t)length) : NULL;
    if (copy) {
        memcpy(copy, der, (size_t)length);
        peer->anchor = copy;
        peer->anchor_length = (size_t)length;
    }
    OPENSSL_free(der);
}

// Go asks for serverAuth in every certificate of the chain that names usages at all, the root's too, and for nothing else:
// OpenSSL's purpose would look at keyUsage and Netscape's types, and not at the root.
static void find_usage(mc_peer *peer, X509_STORE_CTX *store) {
    STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(store);
    int count = chain ? sk_X509_num(chain) : 0;
    for (int i = 0; i < count; i++) {
        X509 *certificate = sk_X509_value(chain, i);
        if (!(X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE)) continue;
        if (X509_get_extended_key_usage(certificate) & (XKU_SSL_SERVER | XKU_ANYEKU)) continue;
        add_problem(peer, X509_V_ERR_INVALID_PURPOSE, i);
    }
}

// Go looks at subject alternative names only: an address matches addresses, a name matches names.
static int names_match(X509 *leaf, const char *host) {
    unsigned char address[16];
    if (inet_pton(AF_INET, host, address) == 1 || inet_pton(AF_INET6, host, address) == 1) {
        return X509_check_ip_asc(leaf, host, 0) == 1;
    }
    unsigned int flags = X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS;
    return X509_check_host(leaf, host, strlen(host), flags, NULL) == 1;
}

// Go verifies no SHA-1 or MD5 signature and takes any RSA key from 1024 bits on; OpenSSL's levels are drawn elsewhere. The
// end of a trusted chain is believed, not verified.
static void find_weakness(mc_peer *peer, X509_STORE_CTX *store, int is_trusted) {
    STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(store);
    int count = chain ? sk_X509_num(chain) : 0;
    for (int i = 0; i < count; i++) {
        X509 *certificate = sk_X509_value(chain, i);
        int digest = NID_undef;
        X509_get_signature_info(certificate, &digest, NULL, NULL, NULL);
        int is_old = digest == NID_sha1 || digest == NID_md5 || digest == NID_md5_sha1;
        if (is_old && !(is_trusted && i == count - 1)) add_problem(peer, X509_V_ERR_CA_MD_TOO_WEAK, i);
        EVP_PKEY *key = X509_get0_pubkey(certificate);
        if (key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) < 1024) {
            add_problem(peer, i == 0 ? X509_V_ERR_EE_KEY_TOO_SMALL : X509_V_ERR_CA_KEY_TOO_SMALL, i);
        }
    }
}

static int on_verify(X509_STORE_CTX *store, void *context) {
    mc_peer *peer = context;
    const SSL *ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
    const SSL_CIPHER *cipher = ssl ? SSL_get_pending_cipher(ssl) : NULL;
    if (ssl) strncpy(peer->version, SSL_get_version(ssl), sizeof peer->version - 1);
    if (cipher) strncpy(peer->cipher, SSL_CIPHER_get_name(cipher), sizeof peer->cipher - 1);
    // A renegotiation begins anew.
    forget_certificates(peer);
    peer->problem_count = 0;

    keep_chain(peer, store);
    X509_STORE_CTX_set_ex_data(store, store_index, peer);
    X509_STORE_CTX_set_verify_cb(store, on_problem);
    X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(store), 0);
    X509_VERIFY_PARAM_set_purpose(X509_STORE_CTX_get0_param(store), X509_PURPOSE_ANY);
    if (X509_verify_cert(store) != 1 && peer->problem_count == 0) {
        add_problem(peer, X509_STORE_CTX_get_error(store), 0);
    }
    if (peer->problem_count == 0) keep_anchor(peer, store);
    find_weakness(peer, store, peer->problem_count == 0);
    find_usage(peer, store);
    X509 *leaf = X509_STORE_CTX_get0_cert(store);
    if (!leaf || !names_match(leaf, peer->host)) add_problem(peer, X509_V_ERR_HOSTNAME_MISMATCH, 0);
    peer->verified = peer->problem_count == 0;
    int is_taken = peer->verified || peer->trust->accepts_all;
    X509_STORE_CTX_set_error(store, is_taken ? X509_V_OK : peer->problems[0].code);
    return is_taken;
}

static int on_certificate_wanted(SSL *ssl, X509 **certificate, EVP_PKEY **key) {
    (void)certificate, (void)key;
    mc_peer *peer = SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), context_index);
    if (peer) peer->wants_certificate = 1;
    return 0;
}

static void on_message(
    int is_sent, int version, int type, const void *bytes, size_t length, SSL *ssl, void *context) {
    (void)version, (void)ssl;
    mc_peer *peer = context;
    if (is_sent && type == SSL3_RT_HANDSHAKE) peer->greeted = 1;
    // On a reused connection there is no greeting, and what comes is no answer to one.
    if (type == SSL3_RT_HEADER && !is_sent && peer->greeted && peer->first_count == 0 && length >= sizeof peer->first_bytes) {
        memcpy(peer->first_bytes, bytes, sizeof peer->first_bytes);
        peer->first_count = sizeof peer->first_bytes;
    }
    if (type == SSL3_RT_ALERT && length == 2) {
        *(is_sent ? &peer->alert_sent : &peer->alert_received) = ((const uint8_t *)bytes)[1];
    }
}

static CURLcode on_context(CURL *easy, void *ssl_context, void *context) {
    mc_exchange *exchange = NULL;
    if (curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&exchange) == CURLE_OK && exchange
        && !mc_exchange_settle(exchange))
        return CURLE_COULDNT_CONNECT;
    SSL_CTX *ssl = ssl_context;
    mc_peer *peer = context;
    X509_STORE *store = store_of(peer->trust);
    X509_STORE_up_ref(store);
    SSL_CTX_set_cert_store(ssl, store);
    SSL_CTX_set_ex_data(ssl, context_index, peer);
    if (peer->trust->offers_all) {
        mc_offer_everything(ssl, peer->trust->is_before_13);
    } else {
        mc_offer_as_go(ssl);
    }
    SSL_CTX_set_cert_verify_callback(ssl, on_verify, peer);
    SSL_CTX_set_client_cert_cb(ssl, on_certificate_wanted);
    if (peer->trust->shown) {
        SSL_CTX_use_certificate(ssl, peer->trust->shown);
        SSL_CTX_use_PrivateKey(ssl, peer->trust->key);
        for (int i = 0; i < sk_X509_num(peer->trust->chain); i++) {
            SSL_CTX_add1_chain_cert(ssl, sk_X509_value(peer->trust->chain, i));
        }
    }
    SSL_CTX_set_msg_callback(ssl, on_message);
    SSL_CTX_set_msg_callback_arg(ssl, peer);
    return CURLE_OK;
}

mc_peer *mc_peer_new(void) {
    pthread_once(&indices_once, make_indices);
    mc_peer *peer = calloc(1, sizeof *peer);
    if (peer) peer->alert_received = peer->alert_sent = -1;
    return peer;
}

void mc_peer_free(mc_peer *peer) {
    if (!peer) return;
    mc_peer_expect(peer, "");
    free(peer);
}

void mc_peer_attach(mc_peer *peer, mc_trust *trust, CURL *easy) {
    peer->trust = trust;
    // Debian's libcurl would add the system's store by itself.
    curl_easy_setopt(easy, CURLOPT_CAINFO, NULL);
    curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    // on_verify has compared the names already, and more strictly.
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, trust->accepts_all ? 0L : 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, on_context);
    curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, peer);
}

void mc_peer_expect(mc_peer *peer, const char *host) {
    mc_trust *trust = peer->trust;
    forget_certificates(peer);
    memset(peer, 0, sizeof *peer);
    peer->trust = trust;
    peer->alert_received = peer->alert_sent = -1;
    // A name that does not fit matches nothing.
    if (strlen(host) < sizeof peer->host) strcpy(peer->host, host);
}

size_t mc_peer_chain_count(const mc_peer *peer) { return peer->chain_count; }

const uint8_t *mc_peer_certificate(const mc_peer *peer, size_t index, size_t *length) {
    *length = peer->chain[index].length;
    return peer->chain[index].der;
}

size_t mc_peer_problem_count(const mc_peer *peer) { return peer->problem_count; }
int mc_peer_problem_code(const mc_peer *peer, size_t index) { return peer->problems[index].code; }
int mc_peer_problem_depth(const mc_peer *peer, size_t index) { return peer->problems[index].depth; }
const char *mc_problem_text(int code) { return X509_verify_cert_error_string(code); }
const char *mc_peer_version(const mc_peer *peer) { return peer->version; }
const char *mc_peer_cipher(const mc_peer *peer) { return peer->cipher; }

const uint8_t *mc_peer_anchor(const mc_peer *peer, size_t *length) {
    *length = peer->anchor_length;
    return peer->anchor;
}

int mc_peer_verified(const mc_peer *peer) { return peer->verified; }
int mc_peer_greeted(const mc_peer *peer) { return peer->greeted; }
int mc_peer_wants_certificate(const mc_peer *peer) { return peer->wants_certificate; }
int mc_peer_alert_received(const mc_peer *peer) { return peer->alert_received; }
int mc_peer_alert_sent(const mc_peer *peer) { return peer->alert_sent; }

const uint8_t *mc_peer_first_bytes(const mc_peer *peer, size_t *length) {
    *length = peer->first_count;
    return peer->first_bytes;
}
