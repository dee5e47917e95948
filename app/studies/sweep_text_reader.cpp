// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_text_reader.h"

#include "app/error_sentence.h"
#include "core/error.h"
#include "core/sweep/sweep.h"

namespace diffuscope {
namespace {

/// Stands for the model of a sweep that is in the store: it knows what it is, and generates nothing.
class StoredOnly : public SweepGenerator {
public:
    explicit StoredOnly(const SweepOrigin& origin) : origin_(origin) {}
    std::string model() const override { return origin_.model; }
    std::optional<Wording> misfit(const std::string& source, int) const override {
        return origin_.misfits.count(source) ? std::optional<std::string>("The source does not fit.") : std::nullopt;
    }
    double expectedEvaluations(const Recipe& recipe) const override { return recipe.steps; }
    SweepBatch generate(const Recipe&, std::stop_token) override {
        throw Error(translatable("core", "The texts of this setting are not kept any more; run the sweep again."));
    }

private:
    const SweepOrigin& origin_;
};

} // namespace

SweepTextReader::SweepTextReader(QObject* parent) : QObject(parent) { pool_.setMaxThreadCount(1); }

SweepTextReader::~SweepTextReader() {
    pool_.clear();
    pool_.waitForDone();
}

template <class Tell> void SweepTextReader::post(quint64 id, Tell tell) {
    QMetaObject::invokeMethod(
        this,
        [this, id, tell = std::move(tell)] {
            if (id == lastId_) tell();
        },
        Qt::QueuedConnection);
}

void SweepTextReader::read(const SweepPlan& plan, const SweepSetting& setting, int seed, const SweepOrigin& origin,
                           const std::filesystem::path& store) {
    pool_.clear();
    pool_.start([=, this, id = ++lastId_] {
        try {
            StoredOnly generator(origin);
            SweepControl control;
            control.store = store;
            post(id, [this, texts = textsOf(plan, setting, seed, generator, control)] { emit ready(texts); });
        } catch (const std::exception& error) {
            post(id, [this, sentence = sentenceOf(error)] { emit failed(sentence); });
        }
    });
}

} // namespace diffuscope
