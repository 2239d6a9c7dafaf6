/* Turns of TEI: their attributes, who speaks. */
#include <string.h>

#include "clean.h"
#include "slug.h"
#include "span.h"
#include "tei.h"

/* "#A #B" -> "A B" */
static void
strip_pointers(struct buf *to, const char *s)
{
	buf_mem(to, "", 0);
	for (bool first = true; *s != '\0'; s++) {
		if (!(first && *s == '#'))
			buf_mem(to, s, 1);
		first = *s == ' ';
	}
}

void
tei_turn_attrs(struct tei *t, const char **attr)
{
	struct attrs *a = &t->u.turn;

	for (; *attr != NULL; attr += 2) {
		const char *local = xml_local(attr[0]);
		struct buf name = {0};
		struct buf value = {0};
		char *s;
		size_t len;

		if (strncmp(attr[0], "xmlns", 5) == 0 ||
		    strcmp(attr[0], "xml:base") == 0 ||
		    strcmp(attr[0], "xml:space") == 0)
			continue;
		if (strcmp(local, "source") == 0)
			buf_str(&name, "origin");
		else
			slug_name(&name, local, strlen(local));
		buf_mem(&name, "", 0);
		strip_pointers(&value, attr[1]);
		s = value.s;
		len = value.len;
		clean_line(&t->w.clean, &s, &len);
		if (name.len > 0 && len > 0 && attrs_get(a, name.s) == NULL)
			(void)attrs_read(a, name.s, s, len);
		buf_free(&name);
		buf_free(&value);
	}
}

/* Underscores of who become spaces, but for one that is only a pointer. */
static void
name_of_who(struct buf *to, const char *who)
{
	for (; *who != '\0'; who++)
		buf_mem(to, *who == '_' ? " " : who, 1);
}

void
tei_turn_name(struct tei *t)
{
	struct attrs *a = &t->u.turn;
	const char *who = attrs_get(a, "who");
	struct buf b = {0};
	char *s;
	size_t len;

	if (t->speaker.len > 0)
		buf_mem(&b, t->speaker.s, t->speaker.len);
	if (b.len == 0 && attrs_get(a, "speaker") == NULL && who != NULL)
		name_of_who(&b, who);
	s = b.s;
	len = b.len;
	if (len > 0)
		clean_line(&t->w.clean, &s, &len);
	while (len > 0 && strchr(" .:,;", s[len - 1]) != NULL)
		len--;
	if (len > 0)
		attrs_setn(a, "speaker", s, len);
	buf_free(&b);
}

/* The length of a blank at s, 0 if there is none. */
static size_t
blank(const char *s, size_t len)
{
	if (len > 0 && *s == ' ')
		return 1;
	if (len > 1 && memcmp(s, "\xC2\xA0", 2) == 0)
		return 2;
	return len > 2 && memcmp(s, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

static size_t
blanks(const char *s, size_t len)
{
	size_t n = 0;
	size_t k;

	while ((k = blank(s + n, len - n)) > 0)
		n += k;
	return n;
}

size_t
tei_turn_leftover(const char *s, size_t len)
{
	size_t n = 1;
	size_t dash;

	if (len == 0 || strchr(".:,;", *s) == NULL)
		return 0;
	if (len == 1)
		return 1;
	if (blank(s + 1, len - 1) == 0)
		return 0;
	n += blanks(s + 1, len - 1);
	dash = n < len && s[n] == '-' ? 1
	    : len - n >= 3 &&
		(memcmp(s + n, "\xE2\x80\x93", 3) == 0 ||
		    memcmp(s + n, "\xE2\x80\x94", 3) == 0)
	    ? 3
	    : 0;
	if (dash > 0 && blank(s + n + dash, len - n - dash) > 0)
		n += dash + blanks(s + n + dash, len - n - dash);
	return n;
}
