/* crew - threads that share a list of tasks. */
#ifndef CREW_H
#define CREW_H

struct crew {
	/* The next task, NULL in the end; one thread at a time asks. */
	void *(*next)(void *arg);
	/* by thread number `who`, from 0 */
	void (*work)(void *arg, void *task, unsigned who);
	void *arg;
};

/* Does all tasks in up to n threads, 1 at least. */
void crew_run(const struct crew *c, unsigned n);

#endif
