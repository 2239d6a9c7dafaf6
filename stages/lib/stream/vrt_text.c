/* Text and tags of VRT: entities, and writing; token lines by the batch. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

void
vrt_tally(const struct vrt *v, struct out *o, uint64_t written)
{
	const char *path = getenv("TRIBUNE_TALLY");
	struct buf b = {0};
	int fd;

	if (path == NULL || *path == '\0')
		return;
	out_flush(o);
	buf_str(&b, err_prog());
	buf_str(&b, "\t");
	if (v->kind == VRT_TOKENS)
		buf_u64(&b, v->n_token);
	else
		buf_str(&b, "-");
	buf_str(&b, "\t");
	buf_u64(&b, written);
	buf_str(&b, "\n");
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
	/* in one piece: others write to it, too */
	if (fd == -1 || write(fd, b.s, b.len) != (ssize_t)b.len ||
	    close(fd) == -1)
		die_sys(path);
	buf_free(&b);
}

/* ---- token lines by the batch ---- */

#ifdef __SSE2__
/* Bits of the tabs and line ends of 64 bytes, up to a tag; *tag gets whether
 * one follows.  *line: the first byte begins a line; later the one behind. */
static inline uint64_t
look_at(const char *s, uint64_t *line, bool *tag)
{
	uint64_t lf = 0;
	uint64_t tab = 0;
	uint64_t open = 0;

	for (unsigned i = 0; i < 64; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(s + i));

#define BITS(c)                                                                \
	(uint64_t)(unsigned)                                                   \
		_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8(c)))         \
	    << i
		lf |= BITS('\n');
		tab |= BITS('\t');
		open |= BITS('<');
#undef BITS
	}
	open &= lf << 1 | *line;
	*line = lf >> 63;
	*tag = open != 0;
	return (lf | tab) & ((open & -open) - 1);
}

/* Places of tabs and line ends from s on: those of VRT_BATCH lines, or up to a
 * tag or the end of what is at hand; how many. */
static size_t
find_ends(const struct vrt *v, uint32_t *to, const char *s)
{
	size_t left = (size_t)(v->in.buf + v->in.end - s);
	size_t most = VRT_BATCH * v->n_col;
	uint64_t line = 1;
	size_t n = 0;
	bool tag = false;

	for (size_t at = 0; at < left && n < most && !tag; at += 64) {
		uint64_t bits = look_at(s + at, &line, &tag);

		if (left - at < 64)
			bits &= ((uint64_t)1 << (left - at)) - 1;
		for (; bits != 0; bits &= bits - 1)
			to[n++] =
			    (uint32_t)at + (uint32_t)__builtin_ctzll(bits);
	}
	return n;
}

/* Is it a token line of so many columns as there must be, and no other mark of
 * a line's end in it? */
static inline bool
is_token(const struct vrt *v, const char *s, const uint32_t *end)
{
	uint32_t last = end[v->n_col - 1];
	char first = s[end[-1] + 1];
	bool good =
	    s[last] == '\n' && first != '<' && first != '\n' && first != '\r';

	for (size_t k = 0; k + 1 < v->n_col; k++)
		good &= s[end[k]] == '\t';
	return good && s[last - 1] != '\r';
}

bool
vrt_batch(struct vrt *v, struct vrt_batch *b)
{
	size_t n;

	b->n = 0;
	b->n_col = v->n_col;
	b->s = v->in.buf + v->in.pos;
	b->end = b->place + 1;
	b->place[0] = UINT32_MAX;
	if (v->in.pos == v->in.end || *b->s == '<')
		return false;
	n = find_ends(v, b->end, b->s) / v->n_col;
	if (n > VRT_BATCH)
		n = VRT_BATCH;
	while (b->n < n && is_token(v, b->s, b->end + b->n * v->n_col))
		b->n++;
	if (b->n == 0)
		return false;
	v->in.pos += (size_t)b->end[b->n * v->n_col - 1] + 1;
	v->in.line += b->n;
	v->n_token += b->n;
	return true;
}
#else
bool
vrt_batch(struct vrt *v, struct vrt_batch *b)
{
	(void)v;
	b->n = 0;
	return false;
}
#endif
