#include "change.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* ---- where ---- */

struct span {
	size_t at;
	size_t len;
};

/* The line around a byte, with its end. */
static struct span
line_at(const struct bytes *b, size_t at)
{
	struct span s = {at, 0};
	const char *end;

	while (s.at > 0 && b->s[s.at - 1] != '\n')
		s.at--;
	end = memchr(b->s + at, '\n', b->len - at);
	s.len = (end == NULL ? b->len : (size_t)(end - b->s) + 1) - s.at;
	return s;
}

static struct span
any_line(const struct bytes *b, struct chance *c)
{
	return line_at(b, chance_below(c, b->len));
}

/* Some lines on end, most often few. */
static struct span
any_lines(const struct bytes *b, struct chance *c)
{
	struct span s = any_line(b, c);

	for (size_t more = chance_below(c, 4) * chance_below(c, 4);
	     more > 0 && s.at + s.len < b->len; more--)
		s.len += line_at(b, s.at + s.len).len;
	return s;
}

static bool
is_sign(char ch, const char *signs)
{
	return ch == '\n' || (ch != '\0' && strchr(signs, ch) != NULL);
}

/* What stands between two of the signs. */
static struct span
piece_at(const struct bytes *b, size_t at, const char *signs)
{
	struct span s = {at, 0};

	while (s.at > 0 && !is_sign(b->s[s.at - 1], signs))
		s.at--;
	while (s.at + s.len < b->len && !is_sign(b->s[s.at + s.len], signs))
		s.len++;
	return s;
}

static const char *
any_signs(struct chance *c)
{
	static const char *const signs[] = {
	    "\t", "\t", " ", " \t", ",;", "\"", "<>", "\"= <>", "\t ,;:.|'"};

	return signs[chance_below(c, COUNT(signs))];
}

static struct span
any_piece(const struct bytes *b, struct chance *c)
{
	return piece_at(b, chance_below(c, b->len), any_signs(c));
}

/* ---- changes ---- */

static void
put(struct bytes *b, struct span where, const char *s, size_t len)
{
	if (where.at + where.len <= b->len)
		bytes_splice(b, where.at, where.len, s, len);
}

static void
take_lines(struct bytes *b, const struct bytes *other, struct chance *c)
{
	(void)other;
	put(b, any_lines(b, c), NULL, 0);
}

/* Lines of the other file, once or some times. */
static void
give_lines(struct bytes *b, const struct bytes *other, struct chance *c)
{
	struct span from = {0, 0};
	struct bytes copy = {0};
	size_t times = chance_below(c, 8) == 0 ? chance_below(c, 40) : 1;
	size_t at = chance_below(c, 4) == 0 ? b->len : any_line(b, c).at;

	if (other->len > 0)
		from = any_lines(other, c);
	bytes_set(&copy, other->s + from.at, from.len);
	for (; times > 0 && b->len < 1u << 16; times--)
		put(b, (struct span){at, 0}, copy.s, copy.len);
	free(copy.s);
}

static void
swap_spans(struct bytes *b, struct span x, struct span y)
{
	struct bytes first = {0};
	struct bytes second = {0};

	if (x.at > y.at) {
		struct span z = x;

		x = y;
		y = z;
	}
	if (x.at + x.len > y.at)
		return;
	bytes_set(&first, b->s + x.at, x.len);
	bytes_set(&second, b->s + y.at, y.len);
	put(b, y, first.s, first.len);
	put(b, x, second.s, second.len);
	free(first.s);
	free(second.s);
}

static void
swap_lines(struct bytes *b, const struct bytes *other, struct chance *c)
{
	struct span x = any_lines(b, c);

	(void)other;
	swap_spans(b, x, any_lines(b, c));
}

static void
swap_pieces(struct bytes *b, const struct bytes *other, struct chance *c)
{
	const char *signs = any_signs(c);
	struct span x = piece_at(b, chance_below(c, b->len), signs);
	struct span y = chance_below(c, 2) == 0 ? line_at(b, x.at)
						: (struct span){0, b->len};

	(void)other;
	swap_spans(b, x, piece_at(b, y.at + chance_below(c, y.len), signs));
}

static void
copy_piece(struct bytes *b, const struct bytes *other, struct chance *c)
{
	struct span from = {0, 0};
	struct bytes copy = {0};

	if (other->len > 0)
		from = any_piece(other, c);
	bytes_set(&copy, other->s + from.at, from.len);
	put(b, any_piece(b, c), copy.s, copy.len);
	free(copy.s);
}

static void
odd_piece(struct bytes *b, const struct bytes *other, struct chance *c)
{
	struct span where = any_piece(b, c);
	size_t len;
	const char *s = change_odd(c, &len);

	(void)other;
	put(b, where, s, len);
}

static void
odd_insert(struct bytes *b, const struct bytes *other, struct chance *c)
{
	struct span where = {chance_below(c, b->len + 1), 0};
	size_t len;
	const char *s = change_odd(c, &len);

	(void)other;
	if (chance_below(c, 3) == 0)
		where = (struct span){any_line(b, c).at, 0};
	put(b, where, s, len);
}

static void
odd_number(struct bytes *b, const struct bytes *other, struct chance *c)
{
	size_t at = chance_below(c, b->len);
	struct span where;
	const char *s = change_number(c);

	(void)other;
	while (at < b->len && (b->s[at] < '0' || b->s[at] > '9'))
		at++;
	where = (struct span){at, 0};
	while (at < b->len && b->s[at] >= '0' && b->s[at] <= '9') {
		at++;
		where.len++;
	}
	if (where.len > 0)
		put(b, where, s, strlen(s));
}

static void
drop_piece(struct bytes *b, const struct bytes *other, struct chance *c)
{
	struct span where = any_piece(b, c);

	(void)other;
	if (where.at + where.len < b->len)
		where.len++; /* and the sign behind */
	put(b, where, NULL, 0);
}

/* The same again, up to some thousand times. */
static void
repeat(struct bytes *b, const struct bytes *other, struct chance *c)
{
	struct span from = chance_below(c, 2) == 0
	    ? any_piece(b, c)
	    : (struct span){chance_below(c, b->len), 1 + chance_below(c, 4)};
	size_t times = (size_t)1 << chance_below(c, 12);
	struct bytes run = {0};

	(void)other;
	if (from.at + from.len > b->len || from.len == 0 ||
	    from.len * times > 1u << 14)
		return;
	run.s = malloc(from.len * times + 1);
	for (size_t i = 0; i < times; i++)
		memcpy(run.s + i * from.len, b->s + from.at, from.len);
	bytes_splice(b, from.at, 0, run.s, from.len * times);
	free(run.s);
}

static void
cut(struct bytes *b, const struct bytes *other, struct chance *c)
{
	size_t at = chance_below(c, b->len + 1);

	(void)other;
	if (chance_below(c, 4) == 0)
		at = b->len - 1;
	bytes_splice(b, at, b->len - at, NULL, 0);
}

static void
flip(struct bytes *b, const struct bytes *other, struct chance *c)
{
	size_t at = chance_below(c, b->len);

	(void)other;
	if (chance_below(c, 2) == 0)
		b->s[at] = (char)chance_next(c);
	else
		b->s[at] = (char)(b->s[at] ^ (1 << chance_below(c, 8)));
}

/* All ends of lines become CRLF or CR. */
static void
other_ends(struct bytes *b, const struct bytes *other, struct chance *c)
{
	bool cr = chance_below(c, 2) == 0;

	(void)other;
	for (size_t i = 0; i < b->len; i++)
		if (b->s[i] == '\n' && cr)
			b->s[i] = '\r';
		else if (b->s[i] == '\n') {
			bytes_splice(b, i, 0, "\r", 1);
			i++;
		}
}

/* A column of a table goes, comes twice, or changes places: in every line. */
static void
columns(struct bytes *b, const struct bytes *other, struct chance *c)
{
	size_t x = chance_below(c, 6);
	size_t y = chance_below(c, 6);
	size_t how = chance_below(c, 3);
	size_t only_first = chance_below(c, 3);

	(void)other;
	for (size_t at = 0; at < b->len;) {
		struct span cell[8] = {{at, 0}};
		size_t n = 0;
		size_t end = at + line_at(b, at).len;

		for (size_t p = at; n < 8; n++) {
			cell[n] = piece_at(b, p, "\t");
			p = cell[n].at + cell[n].len;
			if (p >= b->len || b->s[p] != '\t') {
				n++;
				break;
			}
			p++;
		}
		end -= b->len;
		if (x < n && y < n && how == 0)
			swap_spans(b, cell[x], cell[y]);
		else if (x < n && how == 1 && n > 1)
			put(b,
			    (struct span){
				x > 0 ? cell[x].at - 1 : at, cell[x].len + 1},
			    NULL, 0);
		else if (x < n && how == 2)
			bytes_splice(b, cell[x].at, 0, "x\t", 2);
		at = end + b->len;
		if (only_first == 0)
			break;
	}
}

void
change_file(struct bytes *b, const struct bytes *other, struct chance *c)
{
	static void (*const change[])(struct bytes *, const struct bytes *,
	    struct chance *) = {take_lines, give_lines, give_lines, swap_lines,
	    swap_pieces, swap_pieces, copy_piece, copy_piece, odd_piece,
	    odd_piece, odd_insert, odd_insert, odd_number, odd_number,
	    drop_piece, repeat, cut, flip, other_ends, columns};

	if (b->len == 0) {
		size_t len;
		const char *s = change_odd(c, &len);

		bytes_splice(b, 0, 0, s, len);
		return;
	}
	change[chance_below(c, COUNT(change))](b, other, c);
}
