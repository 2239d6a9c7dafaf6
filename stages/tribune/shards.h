/* shards - the texts of a study, dealt to shards by nothing but their names,
 * and the recipe of each (pipeline/shard.sh makes it). */
#ifndef SHARDS_H
#define SHARDS_H

#include "lists.h"

/* Writes WORK/shards/NAME.recipe, where it becomes another one, and
 * WORK/shards.list; what was made of shards that there are no more goes. */
void shards_plan(const struct lists *l, const char *work);

#endif
