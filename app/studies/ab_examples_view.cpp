// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/ab_examples_view.h"

#include "widgets/metric_names.h"
#include "widgets/palette.h"
#include "widgets/table_dress.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace diffuscope {
namespace {

constexpr int kTextWidth = 220; ///< pixels

QString marked(const QString& text, const WordRanges& words, const QColor& colour) {
    QString html;
    int done = 0;
    for (const auto& [from, length] : words) {
        html += text.mid(done, from - done).toHtmlEscaped() + QStringLiteral("<u style='background-color:%1'>").arg(colour.name()) +
                text.mid(from, length).toHtmlEscaped() + QStringLiteral("</u>");
        done = from + length;
    }
    return html + text.mid(done).toHtmlEscaped();
}

} // namespace

AbExamplesView::AbExamplesView(QWidget* parent)
    : QWidget(parent), model_(new AbExamplesModel(this)), order_(new AbExamplesOrder(this)), metricTitle_(new QLabel(this)),
      metric_(new QComboBox(this)), table_(new QTableView), detail_(new QTextBrowser), open_(new QAction(this)), copy_(new QAction(this)) {
    createTable();
    metric_->setObjectName(QStringLiteral("abMetric"));
    metricTitle_->setBuddy(metric_);
    detail_->setFrameShape(QFrame::NoFrame);
    detail_->setOpenLinks(false);
    auto* choice = new QHBoxLayout;
    choice->setContentsMargins(6, 4, 6, 4);
    choice->setSpacing(6);
    choice->addWidget(metricTitle_);
    choice->addWidget(metric_);
    choice->addStretch(1);
    auto* parts = new QSplitter(Qt::Vertical);
    parts->addWidget(table_);
    parts->addWidget(detail_);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(choice);
    layout->addWidget(parts, 1);
    connect(metric_, &QComboBox::currentIndexChanged, this, [this](int metric) {
        setMetric(metric);
        if (metric >= 0) emit metricChosen(metric);
    });
    retranslate();
}

void AbExamplesView::createTable() {
    order_->setSourceModel(model_);
    table_->setObjectName(QStringLiteral("abExamples"));
    table_->setModel(order_);
    dressTable(table_, 8);
    table_->setSortingEnabled(true);
    table_->sortByColumn(AbExamplesModel::Difference, Qt::DescendingOrder);
    auto* header = table_->horizontalHeader();
    auto* sentences = new SentenceDelegate(table_);
    for (int column = AbExamplesModel::TextA; column < AbExamplesModel::ColumnCount; ++column) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        header->resizeSection(column, kTextWidth);
        table_->setItemDelegateForColumn(column, sentences);
    }
    header->setSectionResizeMode(QHeaderView::Interactive); // thousands of rows are not to be measured
    for (int column = AbExamplesModel::Row; column < AbExamplesModel::TextA; ++column)
        header->resizeSection(column, fontMetrics().horizontalAdvance(QStringLiteral("−100.00 ▾")));
    for (auto* action : {open_, copy_}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        table_->addAction(action);
    }
    open_->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    copy_->setShortcut(QKeySequence::Copy);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(open_, &QAction::triggered, this, [this] { open(table_->currentIndex()); });
    connect(copy_, &QAction::triggered, this, &AbExamplesView::copyTable);
    connect(table_, &QTableView::doubleClicked, this, &AbExamplesView::open);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AbExamplesView::showDetail);
}

void AbExamplesView::setResult(const std::shared_ptr<const AbResult>& result, const QString& nameOfA, const QString& nameOfB) {
    result_ = result;
    a_ = nameOfA;
    b_ = nameOfB;
    model_->setResult(result, nameOfA, nameOfB);
    {
        const QSignalBlocker quiet(metric_);
        metric_->clear();
        for (const auto& metric : result->metrics) metric_->addItem(metricName(metric.corpus.metric).title);
    }
    metric_->setEnabled(metric_->count() > 0);
    if (order_->rowCount() > 0) table_->setCurrentIndex(order_->index(0, 0));
    showDetail();
}

void AbExamplesView::setMetric(int metric) {
    if (metric < 0 || metric >= metric_->count()) return;
    metric_->setCurrentIndex(metric);
    model_->setMetric(metric);
    order_->invalidate();
    showDetail();
}

int AbExamplesView::currentExample() const {
    const auto index = order_->mapToSource(table_->currentIndex());
    return index.isValid() ? index.row() : -1;
}

void AbExamplesView::showDetail() {
    const int row = currentExample();
    if (row < 0) return detail_->clear();
    const auto theme = GridTheme::fromPalette(palette());
    const auto colour = mixed(theme.background, theme.different, theme.dark ? 0.4 : 0.3);
    const auto part = [](const QString& title, const QString& html) {
        return QStringLiteral("<p style='margin:3px 0'><b>%1</b>&nbsp; %2</p>").arg(title.toHtmlEscaped(), html);
    };
    const auto text = [&](AbExamplesModel::Column column) { return model_->index(row, column).data().toString(); };
    detail_->setHtml(part(tr("Source"), text(AbExamplesModel::Source).toHtmlEscaped()) +
                     part(tr("Reference"), text(AbExamplesModel::Reference).toHtmlEscaped()) +
                     part(QStringLiteral("%1 (%2)").arg(a_, text(AbExamplesModel::ScoreA)),
                          marked(text(AbExamplesModel::TextA), model_->differences(row, false), colour)) +
                     part(QStringLiteral("%1 (%2)").arg(b_, text(AbExamplesModel::ScoreB)),
                          marked(text(AbExamplesModel::TextB), model_->differences(row, true), colour)));
}

QString AbExamplesView::detailText() const { return detail_->toPlainText(); }

void AbExamplesView::open(const QModelIndex& index) {
    if (index.isValid()) emit opened(model_->example(order_->mapToSource(index).row()));
}

void AbExamplesView::copyTable() {
    QStringList lines{QStringLiteral("row\tdifference\tscore_a\tscore_b\ta\tb\treference\tsource")};
    for (int row = 0; row < order_->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < AbExamplesModel::ColumnCount; ++column)
            cells << order_->index(row, column).data().toString().replace(u'\t', u' ').replace(u'\n', u' ');
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void AbExamplesView::retranslate() {
    metricTitle_->setText(tr("&Metric"));
    metric_->setToolTip(tr("By which the examples are scored; a click on a column's head sorts by it, either end first"));
    metric_->setAccessibleName(tr("Metric of the examples"));
    for (int i = 0; result_ && i < metric_->count(); ++i)
        metric_->setItemText(i, metricName(result_->metrics[static_cast<size_t>(i)].corpus.metric).title);
    table_->setAccessibleName(tr("Examples"));
    detail_->setAccessibleName(tr("The chosen example"));
    open_->setText(tr("&Run both lanes on this source"));
    copy_->setText(tr("&Copy as table"));
    model_->retranslate();
    showDetail();
}

void AbExamplesView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) showDetail();
}

} // namespace diffuscope
