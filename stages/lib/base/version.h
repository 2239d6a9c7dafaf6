/* version - of the suite; -V of every program prints it. */
#ifndef VERSION_H
#define VERSION_H

#define TRIBUNE_VERSION "0.1.0"

#endif
