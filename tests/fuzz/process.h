/* process - the end of a run, and what the C library keeps for it. */
#ifndef PROCESS_H
#define PROCESS_H

#include <setjmp.h>

/* Where exit() and what else ends a run goes: 1 + the status. */
extern jmp_buf process_end;

/* Patterns, encodings and locales that are still open are closed; what atexit()
 * was given and not called is forgotten. */
void process_finish(void);

#endif
