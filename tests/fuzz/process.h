/* process - the end of a run, and what the C library keeps for it. */
#ifndef PROCESS_H
#define PROCESS_H

#include <setjmp.h>

/* Where exit() and what else ends a run goes: 1 + the status. */
extern jmp_buf process_end;

/* What atexit() was given is called; patterns, encodings and locales that are
 * still open are closed. */
void process_finish(void);

#endif
