/* What a picture says, in the language of its reader. */
#include "frame.h"
#include "lib/lang/fr/lang.h"

const char *
frame_word(const struct plot *p, const char *english)
{
	return (p->style & FIGURE_FR) != 0 ? lang_label(english) : english;
}

void
frame_say(struct buf *to, const struct plot *p, const char *word, const char *s)
{
	buf_str(to, frame_word(p, word));
	buf_str(to, frame_word(p, ":"));
	buf_str(to, " ");
	buf_str(to, s);
}

void
frame_say_axes(
    struct buf *to, const struct plot *p, const char *const title[FRAME_AXES])
{
	frame_say(to, p, "From left to right", title[FRAME_X]);
	buf_str(to, ". ");
	frame_say(to, p, "Upwards", title[FRAME_Y]);
	buf_str(to, ". ");
}

void
frame_say_items(struct buf *to, const struct plot *p, const char *word,
    const struct frame_item *item, size_t n)
{
	frame_say(to, p, word, "");
	for (size_t i = 0; i < n; i++) {
		buf_str(to, i > 0 ? ", " : "");
		buf_str(to, item[i].label);
	}
}
