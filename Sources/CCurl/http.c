#define _GNU_SOURCE
#include "shim.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>

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
