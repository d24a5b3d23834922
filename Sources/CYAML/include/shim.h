#ifndef MIRRORCTL_CYAML_H
#define MIRRORCTL_CYAML_H
#include <yaml.h>
#endif
