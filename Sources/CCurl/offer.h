// What a TLS greeting offers.
#ifndef MIRRORCTL_OFFER_H
#define MIRRORCTL_OFFER_H

#include <openssl/ssl.h>

void mc_offer_as_go(SSL_CTX *ssl);
void mc_offer_everything(SSL_CTX *ssl, int is_before_13);

#endif
