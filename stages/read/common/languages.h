/* languages - which languages of a file are kept (option -l). */
#ifndef LANGUAGES_H
#define LANGUAGES_H

#include <stdbool.h>

/* Is a language, "fr-FR" or "French", in the list, "fr,oc"?  A list that is
 * NULL wants all, and a language that is not told is wanted.  Case does not
 * matter; the build's own language has its names too: fr is French. */
bool languages_want(const char *list, const char *lang);

#endif
