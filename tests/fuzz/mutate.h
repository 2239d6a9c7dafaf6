/* mutate - inputs that new ones are made of, beside those that libFuzzer keeps.
 */
#ifndef MUTATE_H
#define MUTATE_H

#include <stddef.h>
#include <stdint.h>

/* A run with this input ended with status 0: what is changed a little in it may
 * reach behind what reads, where an input that was refused never comes. */
void mutate_keep(const uint8_t *data, size_t size);

#endif
