#include "crew.h"

#include <pthread.h>
#include <stdlib.h>

#include "lib/base/mem.h"

struct shift {
	const struct crew *c;
	pthread_mutex_t lock;
	unsigned n; /* that have begun */
};

static unsigned
begin(struct shift *s)
{
	unsigned who;

	(void)pthread_mutex_lock(&s->lock);
	who = s->n++;
	(void)pthread_mutex_unlock(&s->lock);
	return who;
}

static void *
take(struct shift *s)
{
	void *task;

	(void)pthread_mutex_lock(&s->lock);
	task = s->c->next(s->c->arg);
	(void)pthread_mutex_unlock(&s->lock);
	return task;
}

static void *
work(void *arg)
{
	struct shift *s = arg;
	unsigned who = begin(s);
	void *task;

	while ((task = take(s)) != NULL)
		s->c->work(s->c->arg, task, who);
	return NULL;
}

/* A thread that cannot be had is done without. */
void
crew_run(const struct crew *c, unsigned n)
{
	struct shift s = {.c = c};
	pthread_t *id = mem_new(n, sizeof(*id));
	unsigned k = 0;

	(void)pthread_mutex_init(&s.lock, NULL);
	while (k + 1 < n && pthread_create(&id[k], NULL, work, &s) == 0)
		k++;
	(void)work(&s);
	while (k > 0)
		(void)pthread_join(id[--k], NULL);
	(void)pthread_mutex_destroy(&s.lock);
	free(id);
}
