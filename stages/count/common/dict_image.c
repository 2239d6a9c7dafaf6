#include "dict_image.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/image.h"
#include "lib/lang/fr/lang.h"
#include "lib/table/intern.h"
#include "lib/text/list.h"

/* The arrays stand behind it, and the texts; pointers into these are places
 * there. */
static const char mark[IMAGE_MARK] = "themes2";

uint64_t
dict_image_key(const struct dict_opts *o, const char *rules)
{
	static const enum lang_file rule[] = {
	    LANG_ABBREVIATIONS, LANG_COMPOUNDS, LANG_STARTERS, LANG_STEMS};
	uint64_t h = sizeof(struct dict);
	bool plain =
	    !o->all && !o->blanks && !o->bare && image_add_file(&h, o->path);

	for (size_t i = 0; plain && i < sizeof(rule) / sizeof(*rule); i++) {
		char *path = lang_rule(rules, rule[i]);

		plain = image_add_file(&h, path);
		free(path);
	}
	return plain ? h | 1 : 0;
}

_Static_assert((int)IMAGE_BEHIND >= (int)INTERN_HEAD,
    "which can be read behind any string");

/* ---- what is written ---- */

/* The place of a text that is put there, as a pointer. */
static char *
put_text(struct buf *to, const char *s)
{
	size_t at = to->len;

	buf_mem(to, s, strlen(s) + 1);
	return (char *)(uintptr_t)at;
}

/* Only what is said of it: nothing that is another at each run. */
static void
put_head(struct out *to, const struct dict *d)
{
	struct dict head;

	memset(&head, 0, sizeof(head));
	head.n = d->n;
	head.max = d->max;
	head.words.n = d->words.n;
	head.words.n_slot = d->words.n_slot;
	head.words.bytes.len = d->words.bytes.len;
	head.lemma = d->lemma;
	head.pos = d->pos;
	head.edges.n = d->edges.n;
	head.edges.bits = d->edges.bits;
	head.prefix_min = d->prefix_min;
	head.prefix_max = d->prefix_max;
	memcpy(head.lengths, d->lengths, sizeof(d->lengths));
	head.n_glob = d->n_glob;
	image_put(to, &head, sizeof(head));
}

static void
put_entries(struct out *to, struct buf *texts, const struct dict *d)
{
	struct dict_entry *entry = mem_new(d->n, sizeof(*entry));

	for (uint32_t i = 0; i < d->n; i++) {
		const struct dict_entry *e = &d->entry[i];
		bool again = i > 0 && e->theme == d->entry[i - 1].theme;

		entry[i].theme =
		    again ? entry[i - 1].theme : put_text(texts, e->theme);
		entry[i].text = put_text(texts, e->text);
		entry[i].line = e->line;
		entry[i].first = e->first;
		entry[i].next = e->next;
		entry[i].counts = e->counts;
		entry[i].spares = e->spares;
	}
	image_put(to, entry, d->n * sizeof(*entry));
	free(entry);
}

static void
put_globs(struct out *to, struct buf *texts, const struct dict *d)
{
	struct dict_glob *glob = mem_new(d->n_glob, sizeof(*glob));

	for (size_t i = 0; i < d->n_glob; i++) {
		glob[i].word = d->glob[i].word;
		glob[i].form = put_text(texts, d->glob[i].form);
		glob[i].letters = d->glob[i].letters;
	}
	image_put(to, glob, d->n_glob * sizeof(*glob));
	free(glob);
}

static size_t
edge_slots(const struct dict *d)
{
	return d->edges.bits == 0 ? 0 : (size_t)1 << d->edges.bits;
}

void
dict_image_write(const struct dict *d, uint64_t key, struct out *to)
{
	size_t nodes = d->edges.n + (size_t)1;
	struct buf texts = {0};
	struct out x;

	image_begin(&x, mark, key);
	put_head(&x, d);
	put_entries(&x, &texts, d);
	put_globs(&x, &texts, d);
	image_put(&x, d->words.end, d->words.n * sizeof(*d->words.end));
	image_put(&x, d->words.slot, d->words.n_slot * sizeof(*d->words.slot));
	image_put(&x, d->edges.pair, d->edges.n * sizeof(*d->edges.pair));
	image_put(&x, d->edges.slot, edge_slots(d) * sizeof(*d->edges.slot));
	image_put(&x, d->end, nodes * sizeof(*d->end));
	image_put(&x, d->signs, nodes * sizeof(*d->signs));
	image_put(&x, d->words.bytes.s, d->words.bytes.len);
	image_put(&x, texts.s, texts.len);
	image_end(&x, to);
	buf_free(&texts);
}

/* ---- what is read ---- */

static void
take_all(struct dict *d, char *at)
{
	size_t nodes = d->edges.n + (size_t)1;

	d->entry = image_take(&at, d->n * sizeof(*d->entry));
	d->glob = image_take(&at, d->n_glob * sizeof(*d->glob));
	d->words.end = image_take(&at, d->words.n * sizeof(*d->words.end));
	d->words.slot =
	    image_take(&at, d->words.n_slot * sizeof(*d->words.slot));
	d->edges.pair = image_take(&at, d->edges.n * sizeof(*d->edges.pair));
	d->edges.slot = image_take(&at, edge_slots(d) * sizeof(*d->edges.slot));
	d->end = image_take(&at, nodes * sizeof(*d->end));
	d->signs = image_take(&at, nodes * sizeof(*d->signs));
	d->words.bytes.s = image_take(&at, d->words.bytes.len);
	for (uint32_t i = 0; i < d->n; i++) {
		d->entry[i].theme = at + (uintptr_t)d->entry[i].theme;
		d->entry[i].text = at + (uintptr_t)d->entry[i].text;
	}
	for (size_t i = 0; i < d->n_glob; i++)
		d->glob[i].form = at + (uintptr_t)d->glob[i].form;
}

bool
dict_image_read(struct dict *d, const struct dict_opts *o, uint64_t key)
{
	char *path = key == 0 ? NULL : data_beside(DICT_IMAGE);
	struct image image = image_open(path, mark, key);
	char *at;

	free(path);
	if (image.s == NULL)
		return false;
	at = image_first(&image);
	memcpy(d, image_take(&at, sizeof(*d)), sizeof(*d));
	d->file = mem_string(o->path);
	d->image = image;
	take_all(d, at);
	return true;
}
