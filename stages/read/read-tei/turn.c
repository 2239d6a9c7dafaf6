/* Turns of TEI: their attributes, who speaks. */
#include <string.h>

#include "lib/text/slug.h"
#include "read/common/clean.h"
#include "read/common/span.h"
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
turn_attrs(struct tei *t, const char **attr)
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

/* The name that a list of persons has for who; false if none has. */
static bool
name_of_person(struct tei *t, struct buf *to, const char *who)
{
	if (persons_find(&t->persons, who, to) ||
	    persons_find(&t->given, who, to))
		return true;
	t->c.n_unknown += t->persons.ids.n + t->given.ids.n > 0;
	return false;
}

/* "Jeanne Vaillant, rapporteure" of a debate: the length of the name; what is
 * behind the comma becomes the role. A name that the table has stays whole. */
static size_t
take_role(struct tei *t, const char *s, size_t len)
{
	const char *comma = memchr(s, ',', len);
	struct attrs *a = &t->u.turn;
	struct span name;
	struct span role;

	if (!t->sp || comma == NULL || who_find(&t->who, s, len) != NULL)
		return len;
	name = span_strip(s, (size_t)(comma - s));
	role = span_strip(comma, (size_t)(s + len - comma));
	if (name.len == 0 || name.s != s || role.len == 0)
		return len;
	if (attrs_get(a, "role") == NULL)
		attrs_setn(a, "role", role.s, role.len);
	return name.len;
}

void
turn_name(struct tei *t)
{
	struct attrs *a = &t->u.turn;
	const char *who = attrs_get(a, "who");
	struct buf b = {0};
	char *s;
	size_t len;

	if (t->speaker.len > 0)
		buf_mem(&b, t->speaker.s, t->speaker.len);
	if (b.len == 0 && attrs_get(a, "speaker") == NULL && who != NULL) {
		if (name_of_person(t, &b, who)) {
			attrs_setn(a, "speaker", b.s, b.len);
			buf_free(&b);
			return;
		}
		name_of_who(&b, who);
	}
	s = b.s;
	len = b.len;
	if (len > 0)
		clean_line(&t->w.clean, &s, &len);
	while (len > 0 && strchr(" .:,;", s[len - 1]) != NULL)
		len--;
	if (len > 0)
		attrs_setn(a, "speaker", s, take_role(t, s, len));
	buf_free(&b);
}

size_t
turn_leftover(const char *s, size_t len)
{
	size_t n = 1;
	size_t dash;

	if (len == 0 || strchr(".:,;", *s) == NULL)
		return 0;
	if (len == 1)
		return 1;
	if (span_blank(s + 1, len - 1) == 0)
		return 0;
	n += span_blanks(s + 1, len - 1);
	dash = n < len && s[n] == '-' ? 1
	    : len - n >= 3 &&
		(memcmp(s + n, "\xE2\x80\x93", 3) == 0 ||
		    memcmp(s + n, "\xE2\x80\x94", 3) == 0)
	    ? 3
	    : 0;
	if (dash > 0 && span_blank(s + n + dash, len - n - dash) > 0)
		n += dash + span_blanks(s + n + dash, len - n - dash);
	return n;
}
