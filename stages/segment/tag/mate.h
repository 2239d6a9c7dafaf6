/* mate - a second thread, which finds the tags of one lot while the next one
 * is read. */
#ifndef MATE_H
#define MATE_H

#include <pthread.h>
#include <stdbool.h>

#include "lot.h"

struct mate {
	const struct tagger *tagger;
	bool there; /* or all is done by who gives it */
	pthread_t id;
	pthread_mutex_t lock;
	pthread_cond_t turn;
	struct lot *lot; /* under way; NULL: none */
	bool end;
};

/* threads: 0 is as many as the process has CPUs. */
void mate_open(struct mate *a, const struct tagger *t, unsigned threads);
/* One at a time. */
void mate_give(struct mate *a, struct lot *l);
/* Until it is done. */
void mate_wait(struct mate *a);
void mate_close(struct mate *a);

#endif
