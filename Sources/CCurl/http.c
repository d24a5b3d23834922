#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

CURLcode mc_set_long(CURL *easy, CURLoption option, long value) { return curl_easy_setopt(easy, option, value); }

CURLcode mc_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

CURLcode mc_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

CURLcode mc_set_body(CURL *easy, const uint8_t *bytes, size_t length) {
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
    return curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, length ? (const char *)bytes : "");
}

static size_t refuse_to_send(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes, (void)size, (void)count, (void)context;
    return CURL_READFUNC_ABORT;
}

CURLcode mc_set_announced_body(CURL *easy, size_t length) {
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, refuse_to_send);
    curl_easy_setopt(easy, CURLOPT_EXPECT_100_TIMEOUT_MS, 1500L);
    return curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)length);
}

CURLcode mc_set_stream(
    CURL *easy, int64_t length, void *context, size_t (*read)(char *, size_t, size_t, void *),
    int (*seek)(void *, curl_off_t, int)) {
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_UPLOAD_BUFFERSIZE, 256L << 10);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, read);
    curl_easy_setopt(easy, CURLOPT_READDATA, context);
    curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, seek);
    curl_easy_setopt(easy, CURLOPT_SEEKDATA, context);
    return curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)length);
}

void mc_set_stall(CURL *easy, long seconds) {
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, seconds);
}

long mc_get_long(CURL *easy, CURLINFO info) {
    long value = 0;
    curl_easy_getinfo(easy, info, &value);
    return value;
}

int64_t mc_get_time(CURL *easy, CURLINFO info) {
    curl_off_t value = 0;
    curl_easy_getinfo(easy, info, &value);
    return (int64_t)value;
}

// ---- SIGPIPE: blocked in this thread while libcurl writes, and swallowed if it came ----

typedef struct {
    sigset_t previous;
    int was_pending;
} pipe_guard;

static void guard_pipe(pipe_guard *guard) {
    sigset_t pipe, pending;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    sigpending(&pending);
    guard->was_pending = sigismember(&pending, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &guard->previous);
}

static void unguard_pipe(const pipe_guard *guard) {
    if (!guard->was_pending) {
        sigset_t pipe;
        const struct timespec now = {0, 0};
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        while (sigtimedwait(&pipe, NULL, &now) > 0) {
        }
    }
    pthread_sigmask(SIG_SETMASK, &guard->previous, NULL);
}

int mc_multi_turn(CURLM *multi, CURL *easy, int wait_ms, CURLcode *result) {
    pipe_guard guard;
    int running = 0, left = 0, ended = 0;
    guard_pipe(&guard);
    CURLMcode code = curl_multi_perform(multi, &running);
    for (CURLMsg *message; code == CURLM_OK && (message = curl_multi_info_read(multi, &left));) {
        if (message->msg == CURLMSG_DONE && message->easy_handle == easy) {
            *result = message->data.result;
            ended = 1;
        }
    }
    if (code == CURLM_OK && !ended) code = curl_multi_poll(multi, NULL, 0, wait_ms, NULL);
    unguard_pipe(&guard);
    return code != CURLM_OK ? -1 : ended;
}

void mc_multi_remove(CURLM *multi, CURL *easy) {
    pipe_guard guard;
    guard_pipe(&guard);
    curl_multi_remove_handle(multi, easy);
    unguard_pipe(&guard);
}

void mc_multi_close(CURLM *multi) {
    pipe_guard guard;
    guard_pipe(&guard);
    curl_multi_cleanup(multi);
    unguard_pipe(&guard);
}

void mc_easy_close(CURL *easy) {
    pipe_guard guard;
    guard_pipe(&guard);
    curl_easy_cleanup(easy);
    unguard_pipe(&guard);
}

// ---- the answer ----

typedef struct {
    uint8_t *bytes;
    size_t length, capacity, limit;
    int overflowed;
} bounded;

struct mc_exchange {
    bounded headers, body;
    // What a proxy said to CONNECT: it comes before our request is sent.
    bounded tunnel;
    int through_tunnel, socket, connected;
    // Over all header blocks: an endless row of 1xx answers counts too.
    size_t header_bytes;
    enum mc_milestone milestone;
    int (*connect)(void *context);
    void *connect_context;
    // What `connect` gave, until libcurl's own socket is replaced by it.
    int stream;
    char addresses[512];
};

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
    exchange->socket = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    return exchange->socket;
}

static int on_request(void *context, char *remote, char *local, int remote_port, int local_port) {
    (void)remote, (void)local, (void)remote_port, (void)local_port;
    ((mc_exchange *)context)->milestone = MC_REQUESTING;
    mc_exchange_settle(context);
    return CURL_PREREQFUNC_OK;
}

mc_exchange *mc_exchange_new(size_t header_limit, size_t body_limit) {
    mc_exchange *exchange = calloc(1, sizeof *exchange);
    if (!exchange) return NULL;
    exchange->headers.limit = header_limit;
    exchange->body.limit = body_limit;
    exchange->tunnel.limit = 4096;
    exchange->stream = -1;
    return exchange;
}

void mc_exchange_free(mc_exchange *exchange) {
    if (!exchange) return;
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

void mc_exchange_settle(mc_exchange *exchange) {
    if (exchange->stream < 0) return;
    fcntl(exchange->stream, F_SETFL, fcntl(exchange->stream, F_GETFL) | O_NONBLOCK);
    dup3(exchange->stream, exchange->socket, O_CLOEXEC);
    close(exchange->stream);
    exchange->stream = -1;
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
    exchange->connected = getpeername(exchange->socket, (struct sockaddr *)&peer, &length) == 0;
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
