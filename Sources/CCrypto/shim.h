// Its functions for one hash are plain C over a value; those that replace them fetch the same code at run time.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
