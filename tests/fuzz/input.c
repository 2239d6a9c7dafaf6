#include "input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
bytes_set(struct bytes *b, const void *s, size_t len)
{
	char *p = b->s;

	b->s = malloc(len + 1);
	if (b->s == NULL)
		abort();
	if (len > 0)
		memcpy(b->s, s, len);
	b->s[len] = '\0';
	b->len = len;
	free(p);
}

void
bytes_splice(struct bytes *b, size_t at, size_t n, const void *s, size_t len)
{
	char *p = malloc(b->len - n + len + 1);

	if (p == NULL)
		abort();
	memcpy(p, b->s, at);
	if (len > 0)
		memcpy(p + at, s, len);
	memcpy(p + at + len, b->s + at + n, b->len - at - n);
	free(b->s);
	b->s = p;
	b->len = b->len - n + len;
	p[b->len] = '\0';
}

/* ---- reading ---- */

struct reader {
	const char *s;
	const char *end;
};

/* A length, no more than what is left. */
static size_t
read_length(struct reader *r)
{
	size_t n = 0;

	while (r->s < r->end && *r->s >= '0' && *r->s <= '9' && n < 1u << 30)
		n = n * 10 + (size_t)(*r->s++ - '0');
	if (r->s < r->end)
		r->s++; /* the blank or the end of the line */
	return n;
}

static void
read_bytes(struct reader *r, struct bytes *b, size_t len)
{
	size_t left = (size_t)(r->end - r->s);

	if (len > left)
		len = left;
	bytes_set(b, r->s, len);
	r->s += len;
}

static void
skip_end(struct reader *r)
{
	if (r->s < r->end && *r->s == '\n')
		r->s++;
}

void
given_read(struct given *g, const uint8_t *data, size_t size)
{
	struct reader r = {(const char *)data, (const char *)data + size};

	memset(g, 0, sizeof(*g));
	while (r.end - r.s > 2) {
		char kind = *r.s;
		size_t n;

		r.s += 2;
		n = read_length(&r);
		if (kind == 'a' && g->n_words < MOST_WORDS) {
			struct bytes *w = &g->word[g->n_words++];

			read_bytes(&r, w, n);
			w->len = strlen(w->s);
		} else if (kind == 'f' && g->n_files < MOST_FILES) {
			size_t i = g->n_files++;
			size_t len = read_length(&r);

			read_bytes(&r, &g->name[i], n);
			g->name[i].len = strlen(g->name[i].s);
			read_bytes(&r, &g->file[i], len);
		} else
			break;
		skip_end(&r);
	}
}

void
given_drop_word(struct given *g, size_t i)
{
	free(g->word[i].s);
	g->n_words--;
	for (; i < g->n_words; i++)
		g->word[i] = g->word[i + 1];
	g->word[i] = (struct bytes){0};
}

void
given_free(struct given *g)
{
	for (size_t i = 0; i < g->n_words; i++)
		free(g->word[i].s);
	for (size_t i = 0; i < g->n_files; i++) {
		free(g->name[i].s);
		free(g->file[i].s);
	}
}

/* ---- writing ---- */

struct writer {
	uint8_t *to;
	size_t len;
	size_t room;
};

static void
put(struct writer *w, const char *s, size_t len)
{
	if (len > w->room - w->len)
		len = w->room - w->len;
	if (len > 0)
		memcpy(w->to + w->len, s, len);
	w->len += len;
}

size_t
given_write(const struct given *g, uint8_t *to, size_t room)
{
	struct writer w = {to, 0, room};
	char head[64];
	int n;

	for (size_t i = 0; i < g->n_words; i++) {
		n = snprintf(head, sizeof(head), "a %zu\n", g->word[i].len);
		put(&w, head, (size_t)n);
		put(&w, g->word[i].s, g->word[i].len);
		put(&w, "\n", 1);
	}
	for (size_t i = 0; i < g->n_files; i++) {
		n = snprintf(head, sizeof(head), "f %zu %zu\n", g->name[i].len,
		    g->file[i].len);
		put(&w, head, (size_t)n);
		put(&w, g->name[i].s, g->name[i].len);
		put(&w, g->file[i].s, g->file[i].len);
		put(&w, "\n", 1);
	}
	return w.len;
}
