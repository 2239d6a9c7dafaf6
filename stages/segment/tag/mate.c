#include "mate.h"

#include "lib/base/opt.h"
#include "score.h"

void
lot_tag(const struct tagger *t, struct lot *l)
{
	size_t from = 0;

	score_sentences(t->words, l->word, l->end, l->n_end, l->place);
	sway_narrow(&t->sway, l->place, l->n_item);
	for (size_t k = 0; k < l->n_end; k++) {
		decode(t->behind, l->place + from, l->end[k] - from);
		from = l->end[k];
	}
}

static void *
work(void *arg)
{
	struct mate *a = arg;

	(void)pthread_mutex_lock(&a->lock);
	for (;;) {
		while (a->lot == NULL && !a->end)
			(void)pthread_cond_wait(&a->turn, &a->lock);
		if (a->lot == NULL)
			break;
		(void)pthread_mutex_unlock(&a->lock);
		lot_tag(a->tagger, a->lot);
		(void)pthread_mutex_lock(&a->lock);
		a->lot = NULL;
		(void)pthread_cond_signal(&a->turn);
	}
	(void)pthread_mutex_unlock(&a->lock);
	return NULL;
}

/* A thread that cannot be had is done without. */
void
mate_open(struct mate *a, const struct tagger *t, unsigned threads)
{
	*a = (struct mate){.tagger = t};
	(void)pthread_mutex_init(&a->lock, NULL);
	(void)pthread_cond_init(&a->turn, NULL);
	a->there = (threads == 0 ? opt_cpus() : threads) > 1 &&
	    pthread_create(&a->id, NULL, work, a) == 0;
}

void
mate_give(struct mate *a, struct lot *l)
{
	if (!a->there) {
		lot_tag(a->tagger, l);
		return;
	}
	(void)pthread_mutex_lock(&a->lock);
	a->lot = l;
	(void)pthread_cond_signal(&a->turn);
	(void)pthread_mutex_unlock(&a->lock);
}

void
mate_wait(struct mate *a)
{
	if (!a->there)
		return;
	(void)pthread_mutex_lock(&a->lock);
	while (a->lot != NULL)
		(void)pthread_cond_wait(&a->turn, &a->lock);
	(void)pthread_mutex_unlock(&a->lock);
}

void
mate_close(struct mate *a)
{
	if (a->there) {
		(void)pthread_mutex_lock(&a->lock);
		a->end = true;
		(void)pthread_cond_signal(&a->turn);
		(void)pthread_mutex_unlock(&a->lock);
		(void)pthread_join(a->id, NULL);
	}
	(void)pthread_cond_destroy(&a->turn);
	(void)pthread_mutex_destroy(&a->lock);
}
