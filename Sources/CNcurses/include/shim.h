// What TerminalUI needs of ncursesw and of the terminal that Swift cannot reach: macros, globals, variadic functions
// and signal handlers. ncurses draws; keys are read and decoded in Swift.
#ifndef MIRRORCTL_CNCURSES_H
#define MIRRORCTL_CNCURSES_H
#include <stddef.h>
#include <stdint.h>
#include <termios.h>
#include <wchar.h>

// Attribute bits, as this shim passes them.
enum {
    MIR_BOLD = 1,
    MIR_DIM = 2,
    MIR_UNDERLINE = 4,
    MIR_REVERSE = 8,
};

// --- screen.c -------------------------------------------------------------------------------------------------------

// 0: terminfo knows the terminal and it can place the cursor; -1: it cannot be used.
int mir_terminal_usable(const char *term, int fd);
// The capability's string with $<n> padding removed; its length, 0 if the terminal lacks it.
size_t mir_capability(const char *name, char *buffer, size_t size);
// Starts curses on two descriptors of the terminal, in raw mode without echo; 0 or -1.
int mir_screen_open(const char *term, int output, int input);
// Leaves the alternate screen; curses can be shown again by mir_screen_resume until it is closed.
void mir_screen_leave(void);
void mir_screen_resume(void);
void mir_screen_close(void);
void mir_screen_resize(int rows, int cols);
// From the kernel, not from curses; 0 or -1.
int mir_window_size(int fd, int *rows, int *cols);

// `ncurses 6.4.20221231`
const char *mir_curses_version(void);
// Number of colours, 0 for a monochrome terminal; whether -1 may stand for the terminal's own colours.
int mir_colors(void);
int mir_color_pairs(void);
int mir_has_default_colors(void);
int mir_define_pair(int pair, int foreground, int background);

// `text`: one spacing character and its marks, ended by 0.
void mir_put(int row, int column, const wchar_t *text, unsigned attributes, int pair);
// Reads a cell back: the length of its text, attributes and pair.
int mir_get(int row, int column, wchar_t *text, int size, unsigned *attributes, int *pair);
// `row` < 0 hides the cursor.
void mir_flush(int row, int column);

int mir_wcwidth(wchar_t character);
// Chooses the character set: the user's, or C.UTF-8 where that is ASCII or not installed. 1: it is UTF-8.
int mir_choose_locale(const char *term);

// --- guard.c --------------------------------------------------------------------------------------------------------

// From now on a crash, exit() or mir_guard_restore puts the terminal back: `leave` is written, the modes are set.
void mir_guard_arm(int fd, const struct termios *modes, const char *leave, size_t length);
// What is written when the terminal is put back, from now on.
void mir_guard_leaving(const char *leave, size_t length);
// While not showing, only modes and standard error are put back.
void mir_guard_showing(int showing);
void mir_guard_restore(void);
// Collects what is written to descriptor 2 until the guard restores; 0 or -1.
int mir_guard_capture_stderr(void);
// The signals that become events are written to a pipe, one byte each; its reading end, or -1.
int mir_guard_signals(void);
// A pipe that neither blocks nor survives exec: reading end, writing end; 0 or -1.
int mir_pipe(int ends[2]);
// 1: another program has the terminal, with the shell's modes and our standard error; 0: it is ours again.
void mir_guard_lend(int lends);
// Stops the process group as Ctrl-Z would; returns once it is continued, or at once where it cannot stop.
void mir_guard_stop(void);
#endif
