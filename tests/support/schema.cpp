#include "support/schema.h"

#include <set>

namespace corroborate::testing {
namespace {

using Json = nlohmann::json;

bool has_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "integer") return value.is_number_integer();
  return type == "number" && value.is_number();
}

class Validator {
 public:
  explicit Validator(const Json& root) : root_(root) {}

  std::string check(const Json& schema, const Json& value, const std::string& place) const {
    if (schema.contains("$ref"))
      return check(root_.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, place);
    for (const auto& [keyword, argument] : schema.items()) {
      const std::string fault = check_keyword(keyword, argument, schema, value, place);
      if (!fault.empty()) return fault;
    }
    return {};
  }

 private:
  std::string check_keyword(const std::string& keyword, const Json& argument, const Json& schema, const Json& value,
                            const std::string& place) const {
    static const std::set<std::string> silent = {"$schema", "$defs", "title", "description"};
    if (silent.contains(keyword)) return {};
    if (keyword == "type") return check_type(argument, value, place);
    if (keyword == "const") return value == argument ? "" : place + ": not " + argument.dump();
    if (keyword == "enum") return check_enum(argument, value, place);
    if (keyword == "minimum")
      return !value.is_number() || value >= argument ? "" : place + ": below " + argument.dump();
    if (keyword == "minItems")
      return !value.is_array() || value.size() >= argument.get<std::size_t>() ? "" : place + ": too short";
    if (keyword == "maxItems")
      return !value.is_array() || value.size() <= argument.get<std::size_t>() ? "" : place + ": too long";
    if (keyword == "items") return check_items(argument, value, place);
    if (keyword == "required") return check_required(argument, value, place);
    if (keyword == "dependentRequired") return check_dependent(argument, value, place);
    if (keyword == "properties") return check_properties(argument, value, place);
    if (keyword == "additionalProperties") return check_additional(schema, value, place);
    return place + ": the schema's keyword " + keyword + " is not known";
  }

  static std::string check_type(const Json& types, const Json& value, const std::string& place) {
    if (types.is_string()) return has_type(value, types) ? "" : place + ": not of type " + types.dump();
    for (const auto& type : types) {
      if (has_type(value, type)) return {};
    }
    return place + ": not of type " + types.dump();
  }

  static std::string check_enum(const Json& words, const Json& value, const std::string& place) {
    for (const auto& word : words) {
      if (word == value) return {};
    }
    return place + ": " + value.dump() + " is none of " + words.dump();
  }

  std::string check_items(const Json& schema, const Json& value, const std::string& place) const {
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
      const std::string fault = check(schema, value[i], place + "/" + std::to_string(i));
      if (!fault.empty()) return fault;
    }
    return {};
  }

  static std::string check_required(const Json& names, const Json& value, const std::string& place) {
    for (const auto& name : names) {
      if (value.is_object() && !value.contains(name.get<std::string>())) return place + ": no " + name.dump();
    }
    return {};
  }

  static std::string check_dependent(const Json& names, const Json& value, const std::string& place) {
    for (const auto& [name, others] : names.items()) {
      if (!value.is_object() || !value.contains(name)) continue;
      const std::string fault = check_required(others, value, place);
      if (!fault.empty()) return fault;
    }
    return {};
  }

  std::string check_properties(const Json& schemas, const Json& value, const std::string& place) const {
    for (const auto& [name, schema] : schemas.items()) {
      if (!value.is_object() || !value.contains(name)) continue;
      const std::string fault = check(schema, value[name], place + "/" + name);
      if (!fault.empty()) return fault;
    }
    return {};
  }

  // Only `false` is used: no member beyond those with a schema.
  static std::string check_additional(const Json& schema, const Json& value, const std::string& place) {
    if (!value.is_object()) return {};
    for (const auto& member : value.items()) {
      if (!schema["properties"].contains(member.key())) return place + ": unexpected \"" + member.key() + "\"";
    }
    return {};
  }

  const Json& root_;
};

}  // namespace

std::string find_violation(const Json& schema, const Json& value) { return Validator(schema).check(schema, value, ""); }

}  // namespace corroborate::testing
