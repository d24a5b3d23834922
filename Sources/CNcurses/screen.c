#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "shim.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

static SCREEN *screen = NULL;
static FILE *screen_output = NULL;
static FILE *screen_input = NULL;
static int default_colors = 0;
static int color_count = 0;
// curses writes many small pieces; they are collected here and go to the terminal as one frame.
static int frame = -1;
static int terminal = -1;

static void send_frame(void) {
    fflush(screen_output);
    off_t size = lseek(frame, 0, SEEK_CUR);
    char *bytes = size > 0 ? malloc((size_t)size) : NULL;
    ssize_t length = bytes == NULL ? 0 : pread(frame, bytes, (size_t)size, 0);
    for (ssize_t sent = 0; sent < length;) {
        ssize_t n = write(terminal, bytes + sent, (size_t)(length - sent));
        if (n < 0 && errno == EINTR) continue;
        // The terminal is gone: the read that follows says so.
        if (n <= 0) break;
        sent += n;
    }
    free(bytes);
    if (ftruncate(frame, 0) == 0) lseek(frame, 0, SEEK_SET);
}

// Keys come as bytes, Ctrl-C among them; curses cannot do it, since its output is no terminal.
static void make_raw(void) {
    struct termios modes;
    if (tcgetattr(terminal, &modes) != 0) return;
    // Not cfmakeraw: a serial line keeps its parity and its number of bits.
    modes.c_iflag &= ~(tcflag_t)(BRKINT | INLCR | IGNCR | ICRNL | IXON);
    modes.c_oflag &= ~(tcflag_t)OPOST;
    modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(terminal, TCSADRAIN, &modes);
}

int mir_terminal_usable(const char *term, int fd) {
    int error = 0;
    // initscr would end the process for an unknown terminal; this one answers.
    if (setupterm(term, fd, &error) != OK) return -1;
    const char *cup = tigetstr("cup");
    return cup == NULL || cup == (const char *)-1 ? -1 : 0;
}

size_t mir_capability(const char *name, char *buffer, size_t size) {
    const char *from = tigetstr(name);
    if (from == NULL || from == (const char *)-1) return 0;
    size_t length = 0;
    while (*from != 0 && length + 1 < size) {
        const char *end;
        if (from[0] == '$' && from[1] == '<' && (end = strchr(from, '>')) != NULL) {
            from = end + 1;
        } else {
            buffer[length++] = *from++;
        }
    }
    buffer[length] = 0;
    return length;
}

// A stream of its own for a descriptor that stays open; NULL leaves nothing behind.
static FILE *open_copy(int fd, const char *mode) {
    int copy = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 0);
    FILE *file = copy < 0 ? NULL : fdopen(copy, mode);
    if (file == NULL && copy >= 0) close(copy);
    return file;
}

static void close_files(void) {
    if (screen_output != NULL) fclose(screen_output);
    if (screen_input != NULL) fclose(screen_input);
    if (frame >= 0) close(frame);
    screen_output = screen_input = NULL;
    frame = -1;
}

int mir_screen_open(const char *term, int output, int input) {
    terminal = output;
    frame = memfd_create("frame", MFD_CLOEXEC);
    screen_output = open_copy(frame, "w");
    screen_input = open_copy(input, "r");
    if (screen_output != NULL && screen_input != NULL) screen = newterm(term, screen_output, screen_input);
    if (screen == NULL) {
        close_files();
        return -1;
    }
    set_term(screen);
    make_raw();
    // So that curses knows that a line feed is not also a carriage return.
    nonl();
    // Else doupdate gives up half-way when a key waits, and nothing would draw the rest.
    typeahead(-1);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    color_count = 0;
    default_colors = 0;
    if (has_colors() && start_color() == OK) {
        color_count = COLORS;
        default_colors = use_default_colors() == OK;
    }
    return 0;
}

void mir_screen_leave(void) {
    if (screen == NULL) return;
    endwin();
    send_frame();
}

void mir_screen_resume(void) {
    if (screen == NULL) return;
    make_raw();
    // What was on the terminal in between is unknown: draw every cell.
    clearok(curscr, TRUE);
}

void mir_screen_close(void) {
    if (screen == NULL) return;
    if (!isendwin()) mir_screen_leave();
    delscreen(screen);
    screen = NULL;
    close_files();
}

void mir_screen_resize(int rows, int cols) {
    if (screen == NULL) return;
    resizeterm(rows, cols);
    clearok(curscr, TRUE);
}

int mir_window_size(int fd, int *rows, int *cols) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
    *rows = size.ws_row;
    *cols = size.ws_col;
    return 0;
}

const char *mir_curses_version(void) { return curses_version(); }
int mir_colors(void) { return color_count; }
int mir_color_pairs(void) { return color_count == 0 ? 0 : COLOR_PAIRS; }
int mir_has_default_colors(void) { return default_colors; }

int mir_define_pair(int pair, int foreground, int background) {
    return init_extended_pair(pair, foreground, background) == OK ? 0 : -1;
}

static const struct {
    unsigned bit;
    attr_t attribute;
} attribute_table[] = {
    {MIR_BOLD, WA_BOLD}, {MIR_DIM, WA_DIM}, {MIR_UNDERLINE, WA_UNDERLINE}, {MIR_REVERSE, WA_REVERSE}};

void mir_put(int row, int column, const wchar_t *text, unsigned attributes, int pair) {
    attr_t bits = WA_NORMAL;
    for (size_t i = 0; i < sizeof attribute_table / sizeof attribute_table[0]; i++) {
        if (attributes & attribute_table[i].bit) bits |= attribute_table[i].attribute;
    }
    cchar_t cell;
    if (setcchar(&cell, text, bits, (short)pair, &pair) != OK) return;
    // The last cell of the screen is written although ERR says that the cursor could not go on.
    (void)mvadd_wch(row, column, &cell);
}

int mir_get(int row, int column, wchar_t *text, int size, unsigned *attributes, int *pair) {
    cchar_t cell;
    wchar_t drawn[CCHARW_MAX + 1] = {0};
    attr_t bits = 0;
    short small = 0;
    if (mvin_wch(row, column, &cell) != OK || getcchar(&cell, drawn, &bits, &small, pair) != OK) return -1;
    *attributes = 0;
    for (size_t i = 0; i < sizeof attribute_table / sizeof attribute_table[0]; i++) {
        if (bits & attribute_table[i].attribute) *attributes |= attribute_table[i].bit;
    }
    int length = 0;
    while (length + 1 < size && drawn[length] != 0) {
        text[length] = drawn[length];
        length++;
    }
    text[length] = 0;
    return length;
}

void mir_flush(int row, int column) {
    if (row >= 0) move(row, column);
    curs_set(row >= 0 ? 1 : 0);
    wnoutrefresh(stdscr);
    doupdate();
    send_frame();
}

int mir_wcwidth(wchar_t character) { return wcwidth(character); }

int mir_choose_locale(const char *term) {
    // A VT, and whatever passes for one on a serial line, has no UTF-8.
    if (strncmp(term, "vt", 2) == 0) {
        setlocale(LC_CTYPE, "C");
        return 0;
    }
    if (setlocale(LC_CTYPE, "") == NULL) {
        // A locale that is not installed here, as ssh hands one on: its name says what the terminal takes.
        const char *wanted = getenv("LC_ALL");
        if (wanted == NULL || *wanted == 0) wanted = getenv("LC_CTYPE");
        if (wanted == NULL || *wanted == 0) wanted = getenv("LANG");
        if (wanted != NULL && (strcasestr(wanted, "utf-8") != NULL || strcasestr(wanted, "utf8") != NULL))
            setlocale(LC_CTYPE, "C.UTF-8");
    }
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
