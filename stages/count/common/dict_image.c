#include "dict_image.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/lang/fr/lang.h"
#include "lib/table/intern.h"
#include "lib/text/list.h"

enum {
	BLOCK = 1 << 16,
	MARK = 8
};

/* The file begins so; behind it the arrays, each at a multiple of eight bytes,
 * and the texts.  Pointers into these are places in the file. */
struct head {
	char mark[MARK];
	uint64_t key;
	uint64_t size; /* of the file */
	struct dict d; /* without what it points to */
};
static const char mark[MARK] = "themes1";

static uint64_t
with(uint64_t h, uint64_t word)
{
	h = (h ^ word) * UINT64_C(0xD6E8FEB86659FD93);
	return h ^ h >> 32;
}

/* So many bytes from an open file, or less where it ends or fails. */
static size_t
fill(int fd, char *to, size_t size)
{
	size_t n = 0;
	ssize_t got = 1;

	for (; n < size && got > 0; n += (size_t)got) {
		got = read(fd, to + n, size - n);
		if (got < 0)
			got = 0;
	}
	return n;
}

/* The bytes of a file and how many there are; false if it is no plain one. */
static bool
add_file(uint64_t *h, const char *path)
{
	static char block[BLOCK];
	struct stat st;
	uint64_t all = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool plain = fd != -1 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
	size_t n = plain ? BLOCK : 0;

	while (n == BLOCK) {
		n = fill(fd, block, BLOCK);
		memset(block + n, 0, (BLOCK - n) % sizeof(all));
		for (size_t i = 0; i < n; i += sizeof(all)) {
			uint64_t word;

			memcpy(&word, block + i, sizeof(word));
			*h = with(*h, word);
		}
		all += n;
	}
	if (fd != -1)
		(void)close(fd);
	*h = with(*h, all);
	return plain && all == (uint64_t)st.st_size;
}

uint64_t
dict_image_key(const struct dict_opts *o, const char *rules)
{
	static const enum lang_file rule[] = {
	    LANG_ABBREVIATIONS, LANG_COMPOUNDS, LANG_STARTERS, LANG_STEMS};
	uint64_t h = sizeof(struct head);
	bool plain = !o->all && !o->blanks && !o->bare && add_file(&h, o->path);

	for (size_t i = 0; plain && i < sizeof(rule) / sizeof(*rule); i++) {
		char *path = lang_rule(rules, rule[i]);

		plain = add_file(&h, path);
		free(path);
	}
	return plain ? h | 1 : 0;
}

/* ---- what is written ---- */

static void
put(struct out *to, const void *p, size_t size)
{
	if (size > 0)
		out_mem(to, p, size);
	while (to->b.len % sizeof(uint64_t) != 0)
		out_ch(to, '\0');
}

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
put_head(struct out *to, const struct dict *d, uint64_t key)
{
	struct head head;

	memset(&head, 0, sizeof(head));
	memcpy(head.mark, mark, MARK);
	head.key = key;
	head.d.n = d->n;
	head.d.max = d->max;
	head.d.words.n = d->words.n;
	head.d.words.n_slot = d->words.n_slot;
	head.d.words.bytes.len = d->words.bytes.len;
	head.d.lemma = d->lemma;
	head.d.pos = d->pos;
	head.d.edges.n = d->edges.n;
	head.d.edges.bits = d->edges.bits;
	head.d.prefix_min = d->prefix_min;
	head.d.prefix_max = d->prefix_max;
	memcpy(head.d.lengths, d->lengths, sizeof(d->lengths));
	head.d.n_glob = d->n_glob;
	put(to, &head, sizeof(head));
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
	put(to, entry, d->n * sizeof(*entry));
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
	put(to, glob, d->n_glob * sizeof(*glob));
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
	uint64_t size;

	out_memory(&x);
	put_head(&x, d, key);
	put_entries(&x, &texts, d);
	put_globs(&x, &texts, d);
	put(&x, d->words.end, d->words.n * sizeof(*d->words.end));
	put(&x, d->words.slot, d->words.n_slot * sizeof(*d->words.slot));
	put(&x, d->edges.pair, d->edges.n * sizeof(*d->edges.pair));
	put(&x, d->edges.slot, edge_slots(d) * sizeof(*d->edges.slot));
	put(&x, d->end, nodes * sizeof(*d->end));
	put(&x, d->signs, nodes * sizeof(*d->signs));
	put(&x, d->words.bytes.s, d->words.bytes.len);
	put(&x, texts.s, texts.len);
	buf_free(&texts);
	/* which can be read behind any string */
	memset(out_room(&x, INTERN_HEAD), 0, INTERN_HEAD);
	x.b.len += INTERN_HEAD;
	size = x.b.len;
	memcpy(x.b.s + offsetof(struct head, size), &size, sizeof(size));
	out_mem(to, x.b.s, x.b.len);
	buf_free(&x.b);
}

/* ---- what is read ---- */

/* The next array of so many bytes. */
static void *
take(char **at, size_t size)
{
	void *p = *at;

	*at += (size + sizeof(uint64_t) - 1) & ~(sizeof(uint64_t) - 1);
	return p;
}

static void
take_all(struct dict *d, char *at)
{
	size_t nodes = d->edges.n + (size_t)1;

	d->entry = take(&at, d->n * sizeof(*d->entry));
	d->glob = take(&at, d->n_glob * sizeof(*d->glob));
	d->words.end = take(&at, d->words.n * sizeof(*d->words.end));
	d->words.slot = take(&at, d->words.n_slot * sizeof(*d->words.slot));
	d->edges.pair = take(&at, d->edges.n * sizeof(*d->edges.pair));
	d->edges.slot = take(&at, edge_slots(d) * sizeof(*d->edges.slot));
	d->end = take(&at, nodes * sizeof(*d->end));
	d->signs = take(&at, nodes * sizeof(*d->signs));
	d->words.bytes.s = take(&at, d->words.bytes.len);
	for (uint32_t i = 0; i < d->n; i++) {
		d->entry[i].theme = at + (uintptr_t)d->entry[i].theme;
		d->entry[i].text = at + (uintptr_t)d->entry[i].text;
	}
	for (size_t i = 0; i < d->n_glob; i++)
		d->glob[i].form = at + (uintptr_t)d->glob[i].form;
}

/* The bytes of the image, or NULL; head is of it. */
static char *
load(const char *path, struct head *head, uint64_t key)
{
	struct stat st;
	char *bytes = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd == -1)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    fill(fd, (char *)head, sizeof(*head)) == sizeof(*head) &&
	    memcmp(head->mark, mark, MARK) == 0 && head->key == key &&
	    head->size == (uint64_t)st.st_size) {
		size_t rest = head->size - sizeof(*head);

		bytes = mem_block(rest);
		if (fill(fd, bytes, rest) < rest) {
			free(bytes);
			bytes = NULL;
		}
	}
	(void)close(fd);
	return bytes;
}

bool
dict_image_read(struct dict *d, const struct dict_opts *o, uint64_t key)
{
	char *path = key == 0 ? NULL : data_beside(DICT_IMAGE);
	struct head head;
	char *bytes = path == NULL ? NULL : load(path, &head, key);

	free(path);
	if (bytes == NULL)
		return false;
	*d = head.d;
	d->file = mem_string(o->path);
	d->image = bytes;
	take_all(d, bytes);
	return true;
}
