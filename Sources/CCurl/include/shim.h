// libcurl and OpenSSL for RegistryClient, without what Swift cannot call: variadic functions and callbacks in C types.
#ifndef MIRRORCTL_CCURL_H
#define MIRRORCTL_CCURL_H

#include <stddef.h>
#include <stdint.h>
#include <curl/curl.h>
#include <openssl/x509_vfy.h>

// ---- libcurl's variadic calls ----

CURLcode mc_set_long(CURL *easy, CURLoption option, long value);
CURLcode mc_set_string(CURL *easy, CURLoption option, const char *value);
CURLcode mc_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
/// A copy of the bytes is the request's body.
CURLcode mc_set_body(CURL *easy, const uint8_t *bytes, size_t length);
/// Announces a body of `length` bytes and breaks off (CURLE_ABORTED_BY_CALLBACK) when the server wants it.
CURLcode mc_set_announced_body(CURL *easy, size_t length);
/// Streams a body of `length` bytes: `read` fills `room` bytes, `seek` goes back when a kept connection had died.
CURLcode mc_set_stream(
    CURL *easy, int64_t length, void *context, size_t (*read)(char *bytes, size_t size, size_t room, void *context),
    int (*seek)(void *context, curl_off_t offset, int origin));
/// Gives up when nothing moves for so long.
void mc_set_stall(CURL *easy, long seconds);
long mc_get_long(CURL *easy, CURLINFO info);
/// Microseconds.
int64_t mc_get_time(CURL *easy, CURLINFO info);

/// One turn: performs, then waits for the sockets at most `wait_ms`. SIGPIPE never arrives.
/// Returns 1 when the transfer of `easy` has ended (with `*result`), 0 when not, -1 when libcurl gave up.
int mc_multi_turn(CURLM *multi, CURL *easy, int wait_ms, CURLcode *result);
/// Closing may write to a dead connection: without SIGPIPE.
void mc_multi_remove(CURLM *multi, CURL *easy);
void mc_multi_close(CURLM *multi);
void mc_easy_close(CURL *easy);

// ---- one request's answer, bounded ----

typedef struct mc_exchange mc_exchange;

enum mc_milestone { MC_STARTED, MC_CONNECTING, MC_REQUESTING, MC_ANSWERING };

mc_exchange *mc_exchange_new(size_t header_limit, size_t body_limit);
void mc_exchange_free(mc_exchange *exchange);
/// Takes over header, body, socket and pre-request callbacks of `easy`.
void mc_exchange_attach(mc_exchange *exchange, CURL *easy);
/// Connections are made by `connect`, which returns a connected socket or -1; no name is resolved here. After attaching.
/// `listener` is a name of `mc_listener_open`.
void mc_exchange_connect_by(
    mc_exchange *exchange, CURL *easy, const char *listener, int (*connect)(void *context), void *context);
/// Called when libcurl takes its connection for made; 0 when it cannot be made the stream of `connect`.
int mc_exchange_settle(mc_exchange *exchange);
/// A socket in the abstract namespace that nobody accepts on; its name, or -1.
int mc_listener_open(char *name, size_t size);
/// Forgets the connections that nobody needs any more.
void mc_listener_drain(int listener);
/// Goes through a proxy: CONNECT for https, the whole URL for http. `user` and `password` may be NULL.
CURLcode mc_exchange_use_proxy(mc_exchange *exchange, CURL *easy, const char *url, const char *user, const char *password);
enum mc_milestone mc_exchange_milestone(const mc_exchange *exchange);
/// libcurl does not tell when the connection to a proxy stands: look now and then while the exchange runs.
void mc_exchange_look(mc_exchange *exchange);
int mc_exchange_proxy_connected(const mc_exchange *exchange);
/// The last header block, as it came.
const uint8_t *mc_exchange_headers(const mc_exchange *exchange, size_t *length);
const uint8_t *mc_exchange_body(const mc_exchange *exchange, size_t *length);
/// A proxy's answer to CONNECT, the first 4 KiB.
const uint8_t *mc_exchange_tunnel(const mc_exchange *exchange, size_t *length);
/// Bytes of headers and body that came.
long mc_exchange_received(const mc_exchange *exchange);
int mc_exchange_headers_overflowed(const mc_exchange *exchange);
int mc_exchange_body_overflowed(const mc_exchange *exchange);
/// Addresses a socket was opened for, one on each line.
const char *mc_exchange_addresses(const mc_exchange *exchange);

// ---- trust and the peer ----

typedef struct mc_trust mc_trust;
typedef struct mc_peer mc_peer;

/// Trusts nothing yet.
mc_trust *mc_trust_new(void);
void mc_trust_free(mc_trust *trust);
/// 1 when the bytes are a certificate.
int mc_trust_add(mc_trust *trust, const uint8_t *der, size_t length);
/// Whoever answers is let through, and still recorded: for looking only.
void mc_trust_anyone(mc_trust *trust);
/// Offers what nobody should take any more, down to TLS 1.0, every cipher and curve: for looking only.
void mc_trust_offer_all(mc_trust *trust, int is_before_13);
/// Shows the first certificate of `certificates` (PEM, the rest is its chain) to a server that wants one; 1 when the key is
/// its own.
int mc_trust_show(
    mc_trust *trust, const uint8_t *certificates, size_t certificates_length, const uint8_t *key, size_t key_length);
/// The system's store, or SSL_CERT_FILE and SSL_CERT_DIR; read when they are needed first.
void mc_trust_add_system(mc_trust *trust);

/// What the last handshake showed. It must outlive every connection of the handles it is attached to.
mc_peer *mc_peer_new(void);
void mc_peer_free(mc_peer *peer);
/// Verifies the connections of `easy` against exactly `trust`, as Go does (names from the subject alternative names only),
/// and records every reason; one reason breaks the handshake off.
void mc_peer_attach(mc_peer *peer, mc_trust *trust, CURL *easy);
/// Forgets the last handshake; the next one must be with `host`, a name or an address without brackets.
void mc_peer_expect(mc_peer *peer, const char *host);

size_t mc_peer_chain_count(const mc_peer *peer);
const uint8_t *mc_peer_certificate(const mc_peer *peer, size_t index, size_t *length);

size_t mc_peer_problem_count(const mc_peer *peer);
/// An X509_V_ERR_ code.
int mc_peer_problem_code(const mc_peer *peer, size_t index);
int mc_peer_problem_depth(const mc_peer *peer, size_t index);
const char *mc_problem_text(int code);

/// `TLSv1.3`; empty before the certificates came.
const char *mc_peer_version(const mc_peer *peer);
/// `ECDHE-RSA-AES128-GCM-SHA256`; empty before the certificates came.
const char *mc_peer_cipher(const mc_peer *peer);
/// DER of the trusted certificate that the chain ended in; `length` is 0 without one.
const uint8_t *mc_peer_anchor(const mc_peer *peer, size_t *length);
int mc_peer_verified(const mc_peer *peer);
/// The connection stands: our side has begun the handshake.
int mc_peer_greeted(const mc_peer *peer);
int mc_peer_wants_certificate(const mc_peer *peer);
/// TLS alert description, or -1.
int mc_peer_alert_received(const mc_peer *peer);
int mc_peer_alert_sent(const mc_peer *peer);
/// The first five bytes that came back, 0 of them when none did.
const uint8_t *mc_peer_first_bytes(const mc_peer *peer, size_t *length);

/// SHA-256 of `length` bytes into `digest` (32 bytes); 1 when it went well.
int mc_sha256(const uint8_t *bytes, size_t length, uint8_t *digest);

// ---- X.509 ----

typedef struct mc_x509 mc_x509;

enum mc_x509_text {
    MC_SUBJECT,
    MC_ISSUER,
    MC_COMMON_NAME,
    MC_ORGANIZATION,
    MC_ISSUER_ORGANIZATION,
    MC_FINGERPRINT,
    MC_KEY_TYPE,
    MC_SIGNATURE_ALGORITHM,
    MC_CA_ISSUERS
};

mc_x509 *mc_x509_new(const uint8_t *der, size_t length);
void mc_x509_free(mc_x509 *certificate);
/// Bytes written to `buffer` (UTF-8, no terminator), cut at `size`; 0 when there is none.
size_t mc_x509_text(const mc_x509 *certificate, enum mc_x509_text which, char *buffer, size_t size);
/// Seconds since 1970.
int64_t mc_x509_not_before(const mc_x509 *certificate);
int64_t mc_x509_not_after(const mc_x509 *certificate);
int mc_x509_is_ca(const mc_x509 *certificate);
/// Its own key signed it; by its names alone where the key or the algorithm cannot be used.
int mc_x509_is_self_signed(const mc_x509 *certificate);
int mc_x509_key_bits(const mc_x509 *certificate);
/// DNS names and IP addresses.
size_t mc_x509_name_count(const mc_x509 *certificate);
size_t mc_x509_name(const mc_x509 *certificate, size_t index, int *is_address, char *buffer, size_t size);

/// 1 when the key of `parent` made the signature of `child`, both DER; nothing else of them is looked at.
int mc_x509_is_signed(const uint8_t *child, size_t child_length, const uint8_t *parent, size_t parent_length);
/// Calls back with the DER bytes of each PEM block CERTIFICATE without headers; returns how many there were.
size_t mc_pem_certificates(
    const uint8_t *pem, size_t length, void *context, void (*each)(void *context, const uint8_t *der, size_t length));

#endif
