#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct {
    uint8_t *bytes;
    size_t length, capacity, limit;
    int overflowed;
} bounded;

// An attempt beside another is the most that libcurl has open at a time; the older ones are closed by then.
enum { SOCKETS = 8 };

struct mc_exchange {
    bounded headers, body;
    // What a proxy said to CONNECT: it comes before our request is sent.
    bounded tunnel;
    int through_tunnel, connected;
    // Opened for this exchange and not closed yet, the newest first; -1 behind them.
    int sockets[SOCKETS];
    // Over all header blocks: an endless row of 1xx answers counts too.
    size_t header_bytes;
    enum mc_milestone milestone;
    int (*connect)(void *context);
    void *connect_context;
    // What `connect` gave, until libcurl's own socket is replaced by it.
    int stream;
    char addresses[512];
    // Under `watching`.
    int is_watched;
    mc_exchange *next;
};

// A connection outlives the exchange that opened it, and libcurl hands its closing callback what it was given then. So
// that callback is given nothing, and looks here who may still ask the descriptor.
static pthread_mutex_t watching = PTHREAD_MUTEX_INITIALIZER;
static mc_exchange *watched = NULL;

static void watch(mc_exchange *exchange, int socket) {
    pthread_mutex_lock(&watching);
    memmove(exchange->sockets + 1, exchange->sockets, (SOCKETS - 1) * sizeof *exchange->sockets);
    exchange->sockets[0] = socket;
    if (!exchange->is_watched) exchange->next = watched, watched = exchange;
    exchange->is_watched = 1;
    pthread_mutex_unlock(&watching);
}

static void forget(mc_exchange *exchange) {
    pthread_mutex_lock(&watching);
    for (mc_exchange **at = &watched; *at; at = &(*at)->next) {
        if (*at != exchange) continue;
        *at = exchange->next;
        break;
    }
    pthread_mutex_unlock(&watching);
}

static int on_close(void *context, curl_socket_t socket) {
    (void)context;
    pthread_mutex_lock(&watching);
    for (mc_exchange *exchange = watched; exchange; exchange = exchange->next) {
        for (int i = 0; i < SOCKETS; i++) {
            if (exchange->sockets[i] != socket) continue;
            memmove(exchange->sockets + i, exchange->sockets + i + 1, (size_t)(SOCKETS - 1 - i) * sizeof socket);
            exchange->sockets[SOCKETS - 1] = -1;
        }
    }
    // Before the lock is given back: after it another thread may have this number.
    int closed = close(socket);
    pthread_mutex_unlock(&watching);
    return closed;
}

static int append(bounded *buffer, const char *bytes, size_t length) {
    size_t room = buffer->limit - buffer->length;
    size_t taken = length < room ? length : room;
    if (buffer->length + taken > buffer->capacity) {
        size_t capacity = (buffer->length + taken) * 2;
        if (capacity > buffer->limit) capacity = buffer->limit;
        uint8_t *grown = realloc(buffer->bytes, capacity);
        if (!grown) return 0;
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    if (taken) memcpy(buffer->bytes + buffer->length, bytes, taken);
    buffer->length += taken;
    if (taken < length) buffer->overflowed = 1;
    return taken == length;
}

static size_t on_header(char *line, size_t size, size_t count, void *context) {
    mc_exchange *exchange = context;
    size_t length = size * count;
    if (exchange->through_tunnel && exchange->milestone < MC_REQUESTING) {
        append(&exchange->tunnel, line, length);
        return length;
    }
    exchange->milestone = MC_ANSWERING;
    if (length >= 5 && memcmp(line, "HTTP/", 5) == 0) exchange->headers.length = 0;
    exchange->header_bytes += length;
    if (exchange->header_bytes > exchange->headers.limit) {
        exchange->headers.overflowed = 1;
        return 0;
    }
    return append(&exchange->headers, line, length) ? length : 0;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context) {
    mc_exchange *exchange = context;
    return append(&exchange->body, bytes, size * count) ? size * count : 0;
}

static curl_socket_t on_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)purpose;
    mc_exchange *exchange = context;
    char text[NI_MAXHOST];
    if (exchange->milestone < MC_CONNECTING) exchange->milestone = MC_CONNECTING;
    if (exchange->connect) {
        if (exchange->stream >= 0) close(exchange->stream);
        exchange->stream = exchange->connect(exchange->connect_context);
        if (exchange->stream < 0) return CURL_SOCKET_BAD;
    }
    if (getnameinfo(&address->addr, address->addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST) == 0) {
        size_t used = strlen(exchange->addresses), needed = strlen(text) + 1;
        if (used + needed < sizeof exchange->addresses) {
            memcpy(exchange->addresses + used, text, needed);
            strcat(exchange->addresses, "\n");
        }
    }
    int made = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (made >= 0) watch(exchange, made);
    return made < 0 ? CURL_SOCKET_BAD : made;
}

static int on_request(void *context, char *remote, char *local, int remote_port, int local_port) {
    (void)remote, (void)local, (void)remote_port, (void)local_port;
    ((mc_exchange *)context)->milestone = MC_REQUESTING;
    // Aborting would read as if the server wanted a body; a connection that ends says what it is.
    if (!mc_exchange_settle(context)) shutdown(((mc_exchange *)context)->sockets[0], SHUT_RDWR);
    return CURL_PREREQFUNC_OK;
}

mc_exchange *mc_exchange_new(size_t header_limit, size_t body_limit) {
    mc_exchange *exchange = calloc(1, sizeof *exchange);
    if (!exchange) return NULL;
    exchange->headers.limit = header_limit;
    exchange->body.limit = body_limit;
    exchange->tunnel.limit = 4096;
    exchange->stream = -1;
    for (int i = 0; i < SOCKETS; i++) exchange->sockets[i] = -1;
    return exchange;
}

void mc_exchange_free(mc_exchange *exchange) {
    if (!exchange) return;
    forget(exchange);
    if (exchange->stream >= 0) close(exchange->stream);
    free(exchange->headers.bytes);
    free(exchange->body.bytes);
    free(exchange->tunnel.bytes);
    free(exchange);
}

void mc_exchange_attach(mc_exchange *exchange, CURL *easy) {
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, exchange);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, exchange);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, on_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, exchange);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, on_close);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, NULL);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, on_request);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, exchange);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, exchange);
}

// libcurl 7.88 calls connect() even on a socket that is said to be connected. So it connects to a socket of ours that
// nobody accepts on, and before it writes the first byte its descriptor becomes the stream.
void mc_exchange_connect_by(
    mc_exchange *exchange, CURL *easy, const char *listener, int (*connect)(void *context), void *context) {
    exchange->connect = connect;
    exchange->connect_context = context;
    curl_easy_setopt(easy, CURLOPT_ABSTRACT_UNIX_SOCKET, listener);
}

int mc_exchange_settle(mc_exchange *exchange) {
    if (exchange->stream < 0) return 1;
    int flags = fcntl(exchange->stream, F_GETFL);
    int is_settled = exchange->sockets[0] >= 0 && flags >= 0
        && fcntl(exchange->stream, F_SETFL, flags | O_NONBLOCK) == 0
        && dup3(exchange->stream, exchange->sockets[0], O_CLOEXEC) >= 0;
    close(exchange->stream);
    exchange->stream = -1;
    return is_settled;
}

int mc_listener_open(char *name, size_t size) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    socklen_t length = sizeof address.sun_family;
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0) return -1;
    // The kernel gives it a free name.
    if (bind(listener, (struct sockaddr *)&address, length) == 0 && listen(listener, 64) == 0) {
        length = sizeof address;
        if (getsockname(listener, (struct sockaddr *)&address, &length) == 0) {
            size_t count = length - offsetof(struct sockaddr_un, sun_path) - 1;
            if (count < size) {
                memcpy(name, address.sun_path + 1, count);
                name[count] = 0;
                return listener;
            }
        }
    }
    close(listener);
    return -1;
}

void mc_listener_drain(int listener) {
    for (int waiting; (waiting = accept4(listener, NULL, NULL, SOCK_CLOEXEC)) >= 0;) close(waiting);
}

CURLcode mc_exchange_use_proxy(mc_exchange *exchange, CURL *easy, const char *url, const char *user, const char *password) {
    exchange->through_tunnel = 1;
    CURLcode code = curl_easy_setopt(easy, CURLOPT_PROXY, url);
    // Whether to go through it is decided already, and not by libcurl's reading of NO_PROXY.
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
    if (code == CURLE_OK && user) code = curl_easy_setopt(easy, CURLOPT_PROXYUSERNAME, user);
    if (code == CURLE_OK && password) code = curl_easy_setopt(easy, CURLOPT_PROXYPASSWORD, password);
    return code;
}

enum mc_milestone mc_exchange_milestone(const mc_exchange *exchange) { return exchange->milestone; }

void mc_exchange_look(mc_exchange *exchange) {
    struct sockaddr_storage peer;
    socklen_t length = sizeof peer;
    if (!exchange->through_tunnel || exchange->milestone != MC_CONNECTING || exchange->connected) return;
    for (int i = 0; i < SOCKETS && exchange->sockets[i] >= 0 && !exchange->connected; i++, length = sizeof peer)
        exchange->connected = getpeername(exchange->sockets[i], (struct sockaddr *)&peer, &length) == 0;
}

int mc_exchange_proxy_connected(const mc_exchange *exchange) { return exchange->connected; }

long mc_exchange_received(const mc_exchange *exchange) {
    return (long)(exchange->header_bytes + exchange->body.length);
}

const uint8_t *mc_exchange_headers(const mc_exchange *exchange, size_t *length) {
    *length = exchange->headers.length;
    return exchange->headers.bytes;
}

const uint8_t *mc_exchange_body(const mc_exchange *exchange, size_t *length) {
    *length = exchange->body.length;
    return exchange->body.bytes;
}

const uint8_t *mc_exchange_tunnel(const mc_exchange *exchange, size_t *length) {
    *length = exchange->tunnel.length;
    return exchange->tunnel.bytes;
}

int mc_exchange_headers_overflowed(const mc_exchange *exchange) { return exchange->headers.overflowed; }
int mc_exchange_body_overflowed(const mc_exchange *exchange) { return exchange->body.overflowed; }
const char *mc_exchange_addresses(const mc_exchange *exchange) { return exchange->addresses; }
