/* roots.c - where LeakSanitizer looks for pointers (make check-san)
 *
 * By itself it looks through all variables of a program, and nearly all of them
 * are its own: megabytes that nothing was written to, of which each page costs
 * a fault, for half of the time of a program that reads ten lines.  This file
 * is linked behind the sanitizers and before all else, so that the program's
 * variables are those from `first` on; what is initialised is little, and the
 * variables of shared libraries are theirs.
 */
#include <link.h>
#include <sanitizer/lsan_interface.h>
#include <stddef.h>

static void *first;

const char *
__lsan_default_options(void) /* which the sanitizer asks for */
{
	return "use_globals=0";
}

static int
add_module(struct dl_phdr_info *info, size_t size, void *count)
{
	int *n = count;

	(void)size;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *h = &info->dlpi_phdr[i];
		const char *begin =
		    (const char *)(info->dlpi_addr + h->p_vaddr);
		const char *end = begin + h->p_memsz;

		if (h->p_type != PT_LOAD || !(h->p_flags & PF_W))
			continue;
		if (*n > 0) {
			__lsan_register_root_region(begin, h->p_memsz);
		} else { /* the program */
			__lsan_register_root_region(begin, h->p_filesz);
			__lsan_register_root_region(
			    &first, (size_t)(end - (const char *)&first));
		}
	}
	(*n)++;
	return 0;
}

__attribute__((constructor)) static void
add_roots(void)
{
	int n = 0;

	dl_iterate_phdr(add_module, &n);
}
