// Puts the terminal back whatever ends the process. Handlers use async-signal-safe calls only.
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static volatile sig_atomic_t armed = 0;
static volatile sig_atomic_t showing = 0;
static int terminal = -1;
static struct termios shell_modes;
static struct termios own_modes;
static char leave_bytes[512];
static size_t leave_length = 0;

static int real_stderr = -1;
static int captured_stderr = -1;
static int signal_pipe[2] = {-1, -1};

static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP};
static const int events[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
enum { CRASHES = sizeof crashes / sizeof crashes[0], EVENTS = sizeof events / sizeof events[0] };
static struct sigaction before_crash[CRASHES];
static struct sigaction before_event[EVENTS];
static struct sigaction before_pipe;
static int exit_registered = 0;
static char alternate_stack[64 * 1024];

static void write_all(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t n = write(fd, bytes, length);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return;
        bytes += n;
        length -= (size_t)n;
    }
}

static void replay_stderr(void) {
    if (captured_stderr < 0) return;
    dup2(real_stderr, STDERR_FILENO);
    char buffer[1024];
    off_t offset = 0;
    ssize_t n;
    while ((n = pread(captured_stderr, buffer, sizeof buffer, offset)) > 0) {
        write_all(STDERR_FILENO, buffer, (size_t)n);
        offset += n;
    }
    close(captured_stderr);
    captured_stderr = -1;
}

static void put_back(void) {
    if (!armed) return;
    armed = 0;
    if (showing) write_all(terminal, leave_bytes, leave_length);
    tcsetattr(terminal, TCSADRAIN, &shell_modes);
    replay_stderr();
}

static void crashed(int number) {
    put_back();
    for (int i = 0; i < CRASHES; i++) {
        // Whoever handled it before us (the Swift backtracer, or the kernel) has its turn on a sane screen.
        if (crashes[i] == number) sigaction(number, &before_crash[i], NULL);
    }
    // Pending until this handler returns; a fault from kill(2) would not come again by itself.
    raise(number);
}

static volatile sig_atomic_t lent = 0;

static void noticed(int number) {
    // Typed for the program that has the terminal.
    if (lent && (number == SIGINT || number == SIGQUIT)) return;
    int saved = errno;
    char byte = (char)number;
    (void)!write(signal_pipe[1], &byte, 1);
    errno = saved;
}

void mir_guard_leaving(const char *leave, size_t length) {
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    leave_length = length < sizeof leave_bytes ? length : sizeof leave_bytes;
    memcpy(leave_bytes, leave, leave_length);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void mir_guard_arm(int fd, const struct termios *modes, const char *leave, size_t length) {
    terminal = fd;
    shell_modes = *modes;
    mir_guard_leaving(leave, length);
    armed = 1;
    // A stack overflow leaves no stack to handle it on.
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack}, present;
    if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &action, &before_crash[i]);
    if (!exit_registered) {
        exit_registered = 1;
        atexit(put_back);
    }
}

void mir_guard_showing(int value) { showing = value; }

int mir_guard_capture_stderr(void) {
    // A log file needs no rescue.
    if (!isatty(STDERR_FILENO)) return 0;
    int collected = memfd_create("stderr", MFD_CLOEXEC);
    if (collected < 0) return -1;
    if (real_stderr < 0) real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real_stderr < 0 || dup2(collected, STDERR_FILENO) < 0) {
        close(collected);
        return -1;
    }
    // Appends, as a terminal would, whoever else writes.
    fcntl(STDERR_FILENO, F_SETFL, O_APPEND);
    captured_stderr = collected;
    return 0;
}

int mir_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

int mir_guard_signals(void) {
    if (signal_pipe[0] < 0 && mir_pipe(signal_pipe) != 0) return -1;
    struct sigaction action = {.sa_handler = noticed, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < EVENTS; i++) sigaction(events[i], &action, &before_event[i]);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignore, &before_pipe);
    return signal_pipe[0];
}

void mir_guard_restore(void) {
    if (!armed) return;
    put_back();
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &before_crash[i], NULL);
    if (signal_pipe[0] < 0) return;
    for (int i = 0; i < EVENTS; i++) sigaction(events[i], &before_event[i], NULL);
    sigaction(SIGPIPE, &before_pipe, NULL);
    // Nothing may come in late and find the pipe's number in other hands.
    close(signal_pipe[0]);
    close(signal_pipe[1]);
    signal_pipe[0] = signal_pipe[1] = -1;
}

void mir_guard_lend(int value) {
    if (value) {
        tcgetattr(terminal, &own_modes);
        tcsetattr(terminal, TCSADRAIN, &shell_modes);
        if (captured_stderr >= 0) dup2(real_stderr, STDERR_FILENO);
        // Ctrl-Z stops us with it, so that the shell has its turn.
        signal(SIGTSTP, SIG_DFL);
        lent = 1;
        return;
    }
    lent = 0;
    struct sigaction action = {.sa_handler = noticed, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, NULL);
    if (captured_stderr >= 0) dup2(captured_stderr, STDERR_FILENO);
    tcsetattr(terminal, TCSADRAIN, &own_modes);
}

void mir_guard_stop(void) {
    struct termios modes;
    int have_modes = tcgetattr(terminal, &modes) == 0;
    if (have_modes) tcsetattr(terminal, TCSADRAIN, &shell_modes);
    struct sigaction standard = {.sa_handler = SIG_DFL}, before;
    sigaction(SIGTSTP, &standard, &before);
    // The whole group: a pipeline whose other end goes on would never return to the shell.
    kill(0, SIGTSTP);
    // An orphaned group ignores the stop; nobody would continue it, so wait only a little for SIGCONT.
    struct pollfd continued = {.fd = signal_pipe[0], .events = POLLIN};
    (void)poll(&continued, 1, 100);
    sigaction(SIGTSTP, &before, NULL);
    if (have_modes) tcsetattr(terminal, TCSADRAIN, &modes);
}
