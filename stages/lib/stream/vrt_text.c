/* Text and tags of VRT: entities, and writing. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/utf.h"
#include "vrt.h"

enum {
	ENTITY_MAX = 10 /* bytes between & and ; */
};

static bool
number_entity(struct buf *to, const char *s, size_t len)
{
	char digits[ENTITY_MAX + 1] = "";
	bool hex = s[1] == 'x';
	size_t n = len - 1 - hex;
	unsigned long cp;

	memcpy(digits, s + 1 + hex, n);
	/* strtoul() takes blanks, signs and 0x too */
	if (strspn(digits, hex ? "0123456789ABCDEFabcdef" : "0123456789") != n)
		return false;
	cp = strtoul(digits, NULL, hex ? 16 : 10);
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000) || cp < 0x20)
		return false;
	buf_room(to, 4);
	to->len += utf_put(to->s + to->len, (int32_t)cp);
	to->s[to->len] = '\0';
	return true;
}

static bool
entity(struct buf *to, const char *s, size_t len)
{
	static const struct {
		const char *name;
		const char *text;
	} known[] = {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""},
	    {"apos", "'"}};

	if (len > 1 && *s == '#')
		return number_entity(to, s, len);
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strlen(known[i].name) == len &&
		    memcmp(known[i].name, s, len) == 0) {
			buf_str(to, known[i].text);
			return true;
		}
	return false;
}

void
vrt_plain(struct buf *to, const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end) {
		const char *amp = memchr(s, '&', (size_t)(end - s));
		const char *semi = NULL;

		if (amp == NULL)
			amp = end;
		buf_mem(to, s, (size_t)(amp - s));
		if (amp == end)
			return;
		/* no further: to the end each time may take hours */
		semi = memchr(amp, ';',
		    end - amp < ENTITY_MAX + 2 ? (size_t)(end - amp)
					       : ENTITY_MAX + 2);
		if (semi != NULL &&
		    entity(to, amp + 1, (size_t)(semi - amp) - 1)) {
			s = semi + 1;
			continue;
		}
		buf_mem(to, "&", 1);
		s = amp + 1;
	}
}

static const char *
escape(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

void
vrt_escape(struct buf *to, const char *s, size_t len)
{
	size_t from = 0;

	for (size_t i = 0; i < len; i++)
		if (s[i] == '&' || s[i] == '<' || s[i] == '>') {
			buf_mem(to, s + from, i - from);
			buf_str(to, escape(s[i]));
			from = i + 1;
		}
	buf_mem(to, s + from, len - from);
}

void
vrt_put_text(struct out *o, const char *s, size_t len)
{
	size_t from = 0;

	for (size_t i = 0; i < len; i++)
		if (s[i] == '&' || s[i] == '<' || s[i] == '>') {
			out_mem(o, s + from, i - from);
			out_str(o, escape(s[i]));
			from = i + 1;
		}
	out_mem(o, s + from, len - from);
}

void
vrt_put_attr(struct out *o, const char *name, const char *value)
{
	out_ch(o, ' ');
	out_str(o, name);
	out_str(o, "=\"");
	for (const char *s = value; *s != '\0'; s++) {
		const char *e = escape(*s);

		if (e != NULL)
			out_str(o, e);
		else
			out_ch(o, (unsigned char)*s < 0x20 ? ' ' : *s);
	}
	out_ch(o, '"');
}

void
vrt_put_header(struct out *o, const char *const *cols, size_t n)
{
	out_str(o, VRT_MARK);
	for (size_t i = 0; i < n; i++) {
		out_ch(o, ' ');
		out_str(o, cols[i]);
	}
	out_str(o, " -->\n");
}

void
vrt_copy_header(const struct vrt *v, struct out *o)
{
	if (v->n_col > 0)
		vrt_put_header(o, (const char *const *)v->col, v->n_col);
}

void
vrt_put_gap(struct out *o, uint64_t n)
{
	if (n == 0)
		return;
	if (n == 1) {
		out_str(o, "<gap/>\n");
		return;
	}
	out_str(o, "<gap n=\"");
	out_u64(o, n);
	out_str(o, "\"/>\n");
}

/* A line of the file that TRIBUNE_TALLY names; more: what stands behind. */
static void
tally(const struct vrt *v, struct out *o, uint64_t written, const char *more)
{
	const char *path = getenv("TRIBUNE_TALLY");
	struct out b;
	int fd;

	if (path == NULL || *path == '\0')
		return;
	out_flush(o);
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
	if (fd == -1)
		die_sys(path);
	out_open(&b, fd, path); /* in one piece: others write to it, too */
	out_str(&b, err_prog());
	out_ch(&b, '\t');
	if (v->kind == VRT_TOKENS)
		out_u64(&b, v->n_token);
	else
		out_ch(&b, '-');
	out_tab_u64(&b, written);
	out_str(&b, more);
	out_ch(&b, '\n');
	out_close(&b);
}

void
vrt_tally(const struct vrt *v, struct out *o, uint64_t written)
{
	tally(v, o, written, "");
}

void
vrt_tally_speeches(const struct vrt *v, struct out *o, uint64_t written,
    uint64_t speeches, uint64_t speeches_written)
{
	struct buf b = {0};

	buf_str(&b, "\t");
	buf_u64(&b, speeches);
	buf_str(&b, "\t");
	buf_u64(&b, speeches_written);
	tally(v, o, written, b.s);
	buf_free(&b);
}
