/* The hashes of libcrypto by name: *_Init, *_Update and *_Final, which need nothing else of the library. OpenSSL 3 advises
   against them in favour of EVP_*, which drag its providers, its configuration and its sockets into a static program; so do
   the calls that hash at one go (SHA256(), HMAC()). Neither is to be used here. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/md5.h>
#include <openssl/sha.h>
