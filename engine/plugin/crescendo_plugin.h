/* What a shared-library plugin of Crescendo exports, in C. Version 1.
 *
 * Beside the library stands a JSON descriptor:
 *   { "name": "mydb", "plugin": "mydb.so", "desc": "…",
 *     "funcs": [ { "name": "Query", "type": "req", "desc": "…",
 *                  "params": [ { "name": "sql", "default": "", "required": true } ] } ] }
 * type is "req" (a request of its own, with a row in the report), "func" (gives a text, for ${__plugin(mydb.Query,…)}) or
 * "check" (looks at an answer). Each function is exported under its name with the type crescendo_function.
 *
 * Functions are called from several threads at once and must not block for longer than a request may take: the thread that
 * calls them drives other virtual users too. Never throw out of them.
 */
#ifndef CRESCENDO_PLUGIN_H
#define CRESCENDO_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#define CRESCENDO_PLUGIN_ABI 1u

#if defined(__cplusplus)
extern "C" {
#endif

/* Texts end with a zero byte that is not counted in value_size. All parameters of the descriptor are there, and:
 * __name, __vu, __iteration; for a check __status, __head, __body and __url of the answer. */
typedef struct crescendo_argument {
  const char *name;
  const char *value;
  size_t value_size;
} crescendo_argument;

typedef struct crescendo_result crescendo_result;

/* What a function may call, during its call only. Without any call a request and a check have succeeded and a function
 * has given an empty text. Texts are copied. */
typedef struct crescendo_host {
  uint32_t abi;
  void (*set_text)(crescendo_result *result, const char *text, size_t size); /* the value of a func */
  void (*fail)(crescendo_result *result, const char *why, size_t size);
  void (*set_status)(crescendo_result *result, int status);                  /* of a req, e.g. 200 */
  void (*set_bytes)(crescendo_result *result, uint64_t sent, uint64_t received);
} crescendo_host;

typedef void (*crescendo_function)(const crescendo_host *host, const crescendo_argument *arguments, size_t count,
                                   crescendo_result *result);

/* Exported by every plugin: answers CRESCENDO_PLUGIN_ABI. */
uint32_t crescendo_plugin_abi(void);

#if defined(__cplusplus)
}
#endif

#endif
