/* An example of a plugin in a shared library:  cc -shared -fPIC -I PATH/TO/engine/plugin -o counting.so counting.c */
#include "crescendo_plugin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const crescendo_argument *find(const crescendo_argument *arguments, size_t count, const char *name)
{
  for (size_t i = 0; i < count; ++i)
    if (strcmp(arguments[i].name, name) == 0) return &arguments[i];
  return NULL;
}

uint32_t crescendo_plugin_abi(void) { return CRESCENDO_PLUGIN_ABI; }

void pretend(const crescendo_host *host, const crescendo_argument *arguments, size_t count, crescendo_result *result)
{
  const crescendo_argument *bytes = find(arguments, count, "bytes");
  host->set_status(result, 200);
  host->set_bytes(result, bytes ? strtoull(bytes->value, NULL, 10) : 0, 0);
}

void length_of(const crescendo_host *host, const crescendo_argument *arguments, size_t count, crescendo_result *result)
{
  const crescendo_argument *text = find(arguments, count, "text");
  char number[32];
  const int size = snprintf(number, sizeof number, "%zu", text ? text->value_size : 0);
  host->set_text(result, number, (size_t)size);
}

void body_at_least(const crescendo_host *host, const crescendo_argument *arguments, size_t count, crescendo_result *result)
{
  const crescendo_argument *body = find(arguments, count, "__body"), *least = find(arguments, count, "least");
  const size_t size = body ? body->value_size : 0;
  if (least && size < strtoull(least->value, NULL, 10)) {
    char why[64];
    const int length = snprintf(why, sizeof why, "The body has %zu bytes only.", size);
    host->fail(result, why, (size_t)length);
  }
}
