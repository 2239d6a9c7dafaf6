/* Turns as speeches of a transcript. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text/slug.h"
#include "turns.h"

/* What one file's speeches are written with. */
struct pen {
	struct turns *t;
	struct transcript *to;
	struct attrs *a; /* of the file */
	const char *file;
	const char *id; /* of the file */
	/* with -u speaker: by speaker the first turn, by turn the speaker's
	 * next (n_turn: none) and the first line */
	size_t *head;
	size_t *next;
	size_t *from;
};

static const char *
name_of(const struct intern *names, uint32_t k)
{
	size_t n;

	return k == TURNS_NOBODY ? NULL : intern_s(names, k, &n);
}

static void
put_line(const struct pen *p, const struct turns_line *l)
{
	const struct turns *t = p->t;
	struct para para = {.line = l->line, .type = l->type};

	if (l->aside_len > 0) {
		struct para aside = {.line = l->line, .type = "stage"};

		stage_seen(t->stage, p->file, l->line);
		transcript_p(p->to, &aside, t->text.s + l->aside, l->aside_len);
	}
	if (l->len == 0)
		return;
	if (t->unit == TURNS_FILE && l->type == NULL)
		para.who = name_of(&t->names, t->turn[l->turn].who);
	if (l->type != NULL && strcmp(l->type, "stage") == 0)
		stage_seen(t->stage, p->file, l->line);
	stage_put(t->stage, p->to, p->file, &para, t->text.s + l->off, l->len);
}

static void
add_role(const struct turns *t, struct attrs *a, const struct turn *u)
{
	const char *role = name_of(&t->words, u->role);
	const char *party = name_of(&t->words, u->party);

	if (role != NULL)
		attrs_join_once(a, "role", role, strlen(role));
	if (party != NULL)
		attrs_join_once(a, "party", party, strlen(party));
}

/* Nobody stands behind all names. */
static size_t
number_of(const struct turns *t, const struct turn *u)
{
	return u->who == TURNS_NOBODY ? t->names.n : u->who;
}

/* Role and party of the turn, or all that the speaker has in the file. */
static void
set_roles(const struct pen *p, struct attrs *a, const struct turn *u)
{
	const struct turns *t = p->t;

	attrs_set(a, "role", "");
	attrs_set(a, "party", "");
	if (t->unit != TURNS_SPEAKER) {
		add_role(t, a, u);
		return;
	}
	for (size_t k = p->head[number_of(t, u)]; k < t->n_turn; k = p->next[k])
		add_role(t, a, &t->turn[k]);
}

static void
begin(const struct pen *p, const struct turn *u, const char *id)
{
	const char *who = name_of(&p->t->names, u->who);
	struct attrs a = {0};

	attrs_merge(&a, p->a);
	attrs_set(&a, "id", id);
	if (who != NULL) {
		attrs_set(&a, "speaker", who);
		set_roles(p, &a, u);
	}
	transcript_speech(p->to, &a, p->file, u->line);
	attrs_free(&a);
}

static void
put_file(const struct pen *p)
{
	transcript_speech(p->to, p->a, p->file, p->t->l[0].line);
	for (size_t i = 0; i < p->t->n; i++)
		put_line(p, &p->t->l[i]);
	for (size_t k = 0; k < p->t->n_turn; k++)
		p->t->n_role += p->t->turn[k].role != TURNS_NOBODY ||
		    p->t->turn[k].party != TURNS_NOBODY;
	transcript_end(p->to);
}

static void
put_turns(const struct pen *p)
{
	struct turns *t = p->t;
	struct buf b = {0};
	size_t i = 0;

	for (size_t k = 0; k < t->n_turn; k++) {
		char n[32];

		if (t->turn[k].n > 0) {
			b.len = 0;
			buf_str(&b, p->id);
			(void)snprintf(n, sizeof(n), "-%04zu", k);
			buf_str(&b, n);
			begin(p, &t->turn[k], b.s);
		}
		for (; i < t->n && t->l[i].turn == k; i++)
			put_line(p, &t->l[i]);
		if (t->turn[k].n > 0)
			transcript_end(p->to);
	}
	buf_free(&b);
}

/* FILE-jeanne-vaillant; a name that gives nothing is "x", one that gives the
 * same as an earlier one gets a number. */
static void
speaker_id(
    struct intern *ids, struct buf *to, const struct pen *p, const char *who)
{
	struct buf f = {0};
	size_t from;
	uint32_t n;

	slug_fold(&f, who != NULL ? who : "0", who != NULL ? strlen(who) : 1);
	to->len = 0;
	buf_str(to, p->id);
	buf_str(to, "-");
	from = to->len;
	slug_file(to, f.s, f.len);
	if (to->len == from)
		buf_str(to, "x");
	buf_free(&f);
	for (unsigned k = 2, len = (unsigned)to->len;; k++) {
		char d[24];

		n = ids->n;
		if (intern_add(ids, to->s, to->len) == n)
			return;
		to->len = len;
		(void)snprintf(d, sizeof(d), "-%u", k);
		buf_str(to, d);
	}
}

static void
chain_turns(struct pen *p)
{
	const struct turns *t = p->t;

	p->head = mem_new((size_t)t->names.n + 1, sizeof(*p->head));
	p->next = mem_new(t->n_turn, sizeof(*p->next));
	p->from = mem_new(t->n_turn, sizeof(*p->from));
	for (size_t k = 0; k <= t->names.n; k++)
		p->head[k] = t->n_turn;
	for (size_t k = t->n_turn; k-- > 0;) {
		size_t *head = &p->head[number_of(t, &t->turn[k])];

		p->next[k] = *head;
		*head = k;
	}
	for (size_t i = t->n; i-- > 0;)
		p->from[t->l[i].turn] = i;
}

static void
put_turn(const struct pen *p, size_t k)
{
	const struct turns *t = p->t;

	for (size_t i = p->from[k]; i < t->n && t->l[i].turn == k; i++)
		put_line(p, &t->l[i]);
}

/* Speakers in the order of their first words. */
static void
put_speakers(struct pen *p)
{
	struct turns *t = p->t;
	struct intern ids;
	struct buf id = {0};
	bool *done = mem_new(t->n_turn, sizeof(*done));

	intern_open(&ids);
	chain_turns(p);
	for (size_t k = 0; k < t->n_turn; k++) {
		if (done[k] || t->turn[k].n == 0)
			continue;
		speaker_id(&ids, &id, p, name_of(&t->names, t->turn[k].who));
		begin(p, &t->turn[k], id.s);
		for (size_t i = k; i < t->n_turn; i = p->next[i]) {
			done[i] = true;
			put_turn(p, i);
		}
		transcript_end(p->to);
	}
	intern_free(&ids);
	buf_free(&id);
	free(p->head);
	free(p->next);
	free(p->from);
	free(done);
}

bool
turns_put(
    struct turns *t, struct transcript *to, struct attrs *a, const char *file)
{
	struct pen p = {
	    .t = t, .to = to, .a = a, .file = file, .id = attrs_get(a, "id")};
	bool any = false;

	turns_cut(t, file);
	for (size_t k = 0; k < t->n_turn; k++)
		any = any || t->turn[k].n > 0;
	if (any && t->unit == TURNS_FILE)
		put_file(&p);
	else if (any && t->unit == TURNS_SPEAKER)
		put_speakers(&p);
	else if (any)
		put_turns(&p);
	t->text.len = t->n = t->n_turn = 0;
	t->gap = false;
	return any;
}
