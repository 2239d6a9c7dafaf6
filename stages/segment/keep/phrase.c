#include "phrase.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/scan.h"
#include "lib/stream/vrt.h"
#include "lib/text/list.h"
#include "lib/text/utf.h"

void
phrase_open(struct phrase *p, bool fold)
{
	*p = (struct phrase){.fold = fold};
	intern_open(&p->words);
	intern_open(&p->edges);
}

/* The node behind an edge, UINT32_MAX if there is none. */
static uint32_t
follow(const struct phrase *p, uint32_t node, uint32_t word)
{
	const uint32_t edge[2] = {node, word};
	uint32_t id = intern_find(&p->edges, (const char *)edge, sizeof(edge));

	return id == UINT32_MAX ? id : id + 1;
}

/* The end of the expression that the tokens of sc make. */
static struct phrase_end *
add(struct phrase *p, const struct scan *sc, const char *s)
{
	struct buf word = {0};
	uint32_t node = 0;

	for (size_t i = 0; i < sc->n; i++) {
		uint32_t edge[2] = {node, 0};
		size_t old = p->cap;

		word.len = 0;
		if (p->fold)
			form_put(&word, s + sc->tok[i].at, sc->tok[i].len);
		else
			form_straight(&word, s + sc->tok[i].at, sc->tok[i].len);
		edge[1] = intern_add(&p->words, word.s, word.len);
		node =
		    1 + intern_add(&p->edges, (const char *)edge, sizeof(edge));
		p->end = mem_grow(
		    p->end, &p->cap, (size_t)node + 1, sizeof(*p->end));
		memset(p->end + old, 0, (p->cap - old) * sizeof(*p->end));
	}
	if (sc->n > p->max)
		p->max = sc->n;
	buf_free(&word);
	return &p->end[node];
}

static void
add_line(struct phrase *p, struct scan *sc, const struct list *l, char *item)
{
	char *tab = strchr(item, '\t');
	const char *form = NULL;
	struct phrase_end *e;
	struct buf text = {0};

	if (tab != NULL) {
		*tab = '\0';
		form = tab + 1;
		tab[1 + strcspn(form, "\t")] = '\0';
		if (*form == '\0')
			form = NULL;
	}
	(void)utf_nfc(&text, item, strlen(item));
	scan_slack(&text);
	scan_text(sc, text.s, text.len);
	if (sc->n > PHRASE_WORDS)
		die_data(l->in.name, l->in.line,
		    "an expression of more than %d words", PHRASE_WORDS);
	if (sc->n == 0 || (sc->n == 1 && form == NULL))
		die_data(l->in.name, l->in.line,
		    "'%s' is one word: a joined form must follow a tab", item);
	e = add(p, sc, text.s);
	if (e->ends)
		die_data(l->in.name, l->in.line, "'%s' is given twice", item);
	e->ends = true;
	if (form != NULL) {
		struct buf b = {0};

		vrt_escape(&b, form, strlen(form));
		e->form = b.s;
	}
	buf_free(&text);
}

void
phrase_load(struct phrase *p, const char *path)
{
	struct rules rules;
	struct scan sc;
	struct list l;
	char *item;
	size_t len;

	rules_open(&rules, NULL);
	scan_open(&sc, &rules);
	list_open(&l, path);
	while ((item = list_next(&l, &len)) != NULL)
		add_line(p, &sc, &l, item);
	list_close(&l);
	scan_free(&sc);
	rules_free(&rules);
}

uint32_t
phrase_word(const struct phrase *p, const char *s, size_t len)
{
	return intern_find(&p->words, s, len);
}

bool
phrase_starts(const struct phrase *p, uint32_t word)
{
	return word != UINT32_MAX && follow(p, 0, word) != UINT32_MAX;
}

size_t
phrase_match(
    const struct phrase *p, const uint32_t *word, size_t n, const char **form)
{
	uint32_t node = 0;
	size_t best = 0;

	*form = NULL;
	for (size_t i = 0; i < n && word[i] != UINT32_MAX; i++) {
		if ((node = follow(p, node, word[i])) == UINT32_MAX)
			break;
		if (p->end[node].ends) {
			best = i + 1;
			*form = p->end[node].form;
		}
	}
	return best;
}

void
phrase_free(struct phrase *p)
{
	for (size_t i = 0; i < p->cap; i++)
		free(p->end[i].form);
	free(p->end);
	intern_free(&p->words);
	intern_free(&p->edges);
}
