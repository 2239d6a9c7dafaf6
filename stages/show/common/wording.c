#include "wording.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/mem.h"
#include "lib/table/tsv.h"

void
wording_open(struct wording *w, const char *folder, const char *lang)
{
	struct buf path = {0};
	struct tsv t;
	size_t from;
	size_t to;

	*w = (struct wording){0};
	intern_open(&w->keys);
	buf_str(&path, folder);
	buf_str(&path, "/");
	buf_str(&path, lang);
	buf_str(&path, ".tsv");
	if (access(path.s, R_OK) == -1) {
		buf_free(&path);
		return;
	}
	tsv_open(&t, path.s);
	from = tsv_column(&t, "en");
	to = tsv_column(&t, lang);
	while (tsv_next(&t)) {
		uint32_t known = w->keys.n;
		uint32_t k = intern_add(&w->keys, t.cell[from], t.size[from]);

		w->text =
		    mem_grow(w->text, &w->cap, (size_t)k + 1, sizeof(*w->text));
		if (k == known)
			w->text[k] = mem_copy(t.cell[to], t.size[to]);
	}
	tsv_close(&t);
	buf_free(&path);
}

void
wording_close(struct wording *w)
{
	for (uint32_t k = 0; k < w->keys.n; k++)
		free(w->text[k]);
	free(w->text);
	intern_free(&w->keys);
}

const char *
wording_say(const struct wording *w, const char *english)
{
	uint32_t k = intern_find(&w->keys, english, strlen(english));

	return k != UINT32_MAX ? w->text[k] : english;
}
