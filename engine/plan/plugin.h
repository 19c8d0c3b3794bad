// What the engine knows of a plugin (semantics.md 2.6): named functions of three kinds. How they are run, in Lua or in a
// shared library, is engine/plugin's business.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

struct PluginArgument
{
  std::string_view name, value;
};

/// How a call ended. A plugin never ends more than its own call.
struct PluginAnswer
{
  bool isOk = true;
  std::string text; ///< the value of a function; why a check or a request failed
  int status = 0;   ///< of a request, if it has one
  uint64_t sentBytes = 0, receivedBytes = 0; ///< what a request says it moved by itself
};

/// A request that a plugin asks the engine to send.
struct PluginMessage
{
  std::string method = "GET", url, headers, body; ///< headers: whole lines with CRLF
  bool verifyTls = false;
};

struct PluginReply
{
  int status = 0; ///< 0: none came
  std::string_view head, body, error;
};

/// A call of the request kind under way. Belongs to the thread that began it.
class PluginCall
{
public:
  virtual ~PluginCall() = default;
  /// Runs on. True: it wants `message` sent, and to be called again with the reply. False: `answer` tells how it ended.
  virtual bool run(const PluginReply *reply) = 0;

  PluginMessage message;
  PluginAnswer answer;
};

/// Thread-safe: what a thread needs of its own, a plugin keeps by thread.
class Plugin
{
public:
  enum Kind { Request, Function, Check };
  struct Parameter
  {
    std::string name, fallback;
    bool isRequired = false;
  };
  struct Entry
  {
    std::string name;
    Kind kind = Request;
    std::string description;
    std::vector<Parameter> parameters;
  };

  virtual ~Plugin() = default;
  /// A function or a check, with all its parameters.
  virtual PluginAnswer call(int function, std::span<const PluginArgument> arguments) const = 0;
  virtual std::unique_ptr<PluginCall> begin(int function, std::span<const PluginArgument> arguments) const = 0;

  std::string name, description;
  std::vector<Entry> functions;
};

struct PluginFunction
{
  std::shared_ptr<const Plugin> plugin;
  int index = -1;

  const Plugin::Entry &entry() const { return plugin->functions[size_t(index)]; }
};

/// Functions by "PLUGIN.FUNCTION".
class PluginTable
{
public:
  void add(std::string name, PluginFunction function) { m_functions.insert_or_assign(std::move(name), std::move(function)); }
  const PluginFunction *find(std::string_view name) const
  {
    const auto found = m_functions.find(name);
    return found == m_functions.end() ? nullptr : &found->second;
  }
  bool isEmpty() const { return m_functions.empty(); }

private:
  std::map<std::string, PluginFunction, std::less<>> m_functions;
};

} // namespace engine
