#include "intake.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "filename.h"
#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "lib/text/slug.h"

void
intake_open(struct intake *it, bool entities)
{
	transcript_open(&it->to);
	surface_open(&it->words, entities);
}

void
intake_file(struct intake *it, const char *name)
{
	size_t len = strlen(name);

	if (utf8_check(name, len) < len)
		die_data(name, 0, "the file's name is not UTF-8: rename it");
	it->name = name;
	it->n_speech = 0;
	attrs_clear(&it->now);
}

void
intake_attr(struct intake *it, const char *name, size_t name_len,
    const char *value, size_t len)
{
	struct buf b = {0};
	char *text = mem_copy(value, len);
	char *s = text;
	size_t n = len;

	clean_line(&it->words.clean, &s, &n);
	it->n_repaired += n != len || memcmp(s, value, len) != 0;
	if (name_len == 6 && memcmp(name, "source", 6) == 0)
		buf_str(&b, "source");
	else
		attrs_name(&b, name, name_len);
	if (b.len > 0 && strcmp(b.s, "id") != 0 && n > 0 &&
	    !attrs_read(&it->now, b.s, s, n))
		it->n_date_text++;
	free(text);
	buf_free(&b);
}

/* The id of a speech that has none: that of its file. */
static void
file_id(struct intake *it, struct buf *to, bool numbered)
{
	bool named = *transcript_source(it->name) != '\0';
	size_t len = 5;
	const char *stem = named ? filename_stem(it->name, &len) : "stdin";

	slug_file(to, stem, len);
	if (to->len == 0)
		die_data(it->name, 0,
		    "no letter or digit that could make an id: rename it");
	if (!numbered)
		return;
	buf_str(to, "-");
	buf_u64(to, it->n_speech);
	it->n_unnamed++;
}

/* Had the speech before this one a token? */
static void
end_last(struct intake *it)
{
	it->n_bare += it->any && it->n_token == it->n_before;
	it->n_before = it->n_token;
	it->any = true;
}

void
intake_speech(struct intake *it, const char *id, bool numbered, uint64_t line)
{
	struct buf b = {0};
	const char *source = transcript_source(it->name);

	end_last(it);
	it->n_speech++;
	if (id != NULL) {
		slug_file(&b, id, strlen(id));
		if (b.len == 0)
			die_data(it->name, line,
			    "id '%s' has no letter or digit: give the speech "
			    "another one",
			    id);
		it->to.n_safe += strcmp(b.s, id) != 0;
	} else {
		file_id(it, &b, numbered);
	}
	attrs_setn(&it->now, "id", b.s, b.len);
	buf_free(&b);
	if (attrs_get(&it->now, "source") == NULL)
		attrs_set(&it->now, "source", source);
	attrs_merge(&it->now, &it->all);
	transcript_speech(&it->to, &it->now, it->name, line);
	attrs_clear(&it->now);
}

void
intake_end(struct intake *it)
{
	end_last(it);
	transcript_close(&it->to);
}

void
intake_close(struct intake *it)
{
	note_count(it->n_repaired,
	    "value repaired (control characters, soft hyphens, ligatures, NFC)",
	    "values repaired (control characters, soft hyphens, ligatures, "
	    "NFC)");
	note_count(it->n_unnamed, "speech without an id: named by its file",
	    "speeches without an id: named by their files");
	note_count(it->n_bare, "speech without text", "speeches without text");
	note_count(it->n_date_text, "date not understood: kept as date_text",
	    "dates not understood: kept as date_text");
	surface_free(&it->words);
	attrs_free(&it->all);
	attrs_free(&it->now);
}
