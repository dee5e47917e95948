// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/verify/verify.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

std::string line(const VerifiedCase& c) {
    std::ostringstream text;
    text << (c.ok() ? "ok    " : "WRONG ") << std::left << std::setw(60) << c.name << std::setprecision(3) << c.maxAbsError << " (allowed "
         << c.tolerance << ")";
    return text.str();
}

int verify(const std::string& folder, const std::string& device, const Output& output) {
    const auto cases = verifyFolder(folder, device);
    const bool ok = std::all_of(cases.begin(), cases.end(), [](const auto& c) { return c.ok(); });
    auto rows = nlohmann::json::array();
    for (const auto& c : cases) {
        rows.push_back({{"name", c.name}, {"max_abs_error", c.maxAbsError}, {"tolerance", c.tolerance}, {"ok", c.ok()}});
        output.text(line(c));
    }
    if (output.json) output.print({{"ok", ok}, {"cases", rows}});
    return ok ? 0 : 1;
}

} // namespace

Command addVerify(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("verify", "Compare with recorded reference cases of the published code");
    auto folder = std::make_shared<std::string>();
    app->add_option("DIR", *folder, "Folder of reference cases")->required();
    auto device = std::make_shared<std::string>("cpu");
    app->add_option("--device", *device, "cpu or cuda")->capture_default_str();
    return {app, [&output, folder, device] { return verify(*folder, *device, output); }};
}

} // namespace diffuscope::cli
