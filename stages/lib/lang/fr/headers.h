/* headers - what French files write around a text: keys of header lines,
 * columns of tables, labels of a web page.  Folded text is as slug_fold()
 * writes it. */
#ifndef HEADERS_H
#define HEADERS_H

#include <stdbool.h>
#include <stddef.h>

/* "Publié le 3 octobre 2025": where a speech of a web dump begins; for
 * messages. */
#define HEADERS_PUBLISHED "Publié le"
/* Before a place or the end of a span of time: à Lens, de 14h à 16h. */
#define HEADERS_AT "à"

/* A table's column that tells the file of a text. */
#define HEADERS_FILE "fichier"

/* The attribute (transcript.5) that a folded key stands for, or NULL. */
const char *headers_attribute(const char *folded);
/* Is it a table's column of texts, by its name as an attribute? */
bool headers_is_text(const char *name);

/* Does the line, not folded, begin as one that tells the day of publication? */
bool headers_is_published(const char *s, size_t len);
/* Does the folded line begin as the name of a place: a canton, a town hall? */
bool headers_is_place(const char *folded);
/* The section ("projet") that begins with the folded line, or NULL; ends_free
 * unless the line ends as a sentence does. */
const char *headers_section(const char *folded, bool ends_free);
/* Bytes of "Par " and the article behind it, before a capital letter: "Par
 * Jean DURAND", "Par la Présidence du Conseil"; 0 if s begins otherwise. */
size_t headers_by(const char *s, size_t len);

#endif
