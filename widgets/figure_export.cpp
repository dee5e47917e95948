// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QXmlStreamReader>
#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FigureExport)
};

constexpr char pngKey[] = "diffuscope-recipe";
constexpr char space[] = "urn:diffuscope:figure:1"; // the XML name space in SVG and in PDF's XMP
constexpr double pointsPerInch = 72;
constexpr int pdfResolution = 1200;
constexpr int pngResolution = 300;
constexpr int longestSide = 16000; // pixels

/// The recipe as an XML element, with the quotes and angles of its JSON escaped.
QByteArray recipeElement(const QString& json) {
    return QByteArrayLiteral("<diffuscope:recipe xmlns:diffuscope=\"") + space + "\">" + json.toHtmlEscaped().toUtf8() +
           "</diffuscope:recipe>";
}

QByteArray xmpPacket(const QString& title, const QString& json) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
           "<dc:format>application/pdf</dc:format>"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           title.toHtmlEscaped().toUtf8() + "</rdf:li></rdf:Alt></dc:title>\n" + recipeElement(json) +
           "\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

bool paintOn(QPaintDevice& device, const Figure& figure, double unitsPerPoint) {
    QPainter painter;
    if (!painter.begin(&device)) return false;
    painter.scale(unitsPerPoint, unitsPerPoint);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    figure.paintFigure(painter, QRectF(QPointF(), figure.figureSize()));
    return painter.end();
}

bool writePdf(QIODevice& device, const Figure& figure, const QString& json) {
    QPdfWriter writer(&device);
    writer.setTitle(figure.figureTitle());
    writer.setCreator(QStringLiteral("Diffuscope"));
    writer.setDocumentXmpMetadata(xmpPacket(figure.figureTitle(), json));
    writer.setResolution(pdfResolution);
    writer.setPageSize(QPageSize(figure.figureSize(), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    return paintOn(writer, figure, pdfResolution / pointsPerInch);
}

bool writeSvg(QIODevice& device, const Figure& figure, const QString& json) {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(figure.figureTitle());
    generator.setDescription(figure.figureTitle());
    generator.setResolution(static_cast<int>(pointsPerInch));
    const QSizeF size = figure.figureSize();
    generator.setSize(QSize(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))));
    generator.setViewBox(QRectF(QPointF(), QSizeF(generator.size())));
    if (!paintOn(generator, figure, 1.0)) return false;
    // The generator has a title and a description for people; the recipe has an element of its own.
    QByteArray text = buffer.data();
    text.insert(text.lastIndexOf("</svg>"), "<metadata>" + recipeElement(json) + "</metadata>\n");
    return device.write(text) == text.size();
}

bool writePng(QIODevice& device, const Figure& figure, const QString& json) {
    const QSizeF size = figure.figureSize();
    const double scale = std::min(pngResolution / pointsPerInch, longestSide / std::max(size.width(), size.height()));
    QImage image((size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.fill(Qt::white);
    const int dotsPerMetre = static_cast<int>(std::lround(scale * pointsPerInch / 0.0254));
    if (!paintOn(image, figure, scale)) return false;
    // After painting: the resolution would change what a font's size in pixels means to nobody but printers.
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.setText(QString::fromLatin1(pngKey), json);
    image.setText(QStringLiteral("Title"), figure.figureTitle());
    image.setText(QStringLiteral("Software"), QStringLiteral("Diffuscope"));
    return image.save(&device, "PNG");
}

bool writeAs(const QString& suffix, QIODevice& device, const Figure& figure, const QString& json) {
    if (suffix == u"pdf") return writePdf(device, figure, json);
    if (suffix == u"svg") return writeSvg(device, figure, json);
    return writePng(device, figure, json);
}

bool fail(QString* error, const QString& sentence) {
    if (error) *error = sentence;
    return false;
}

QByteArray recipeInXml(const QByteArray& xml) {
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"recipe" &&
            reader.namespaceUri() == QLatin1String(space))
            return reader.readElementText().toUtf8();
    return {};
}

/// The XMP packet of a PDF is kept as it is, so that it can be found without understanding PDF.
QByteArray recipeInPdf(const QByteArray& pdf) {
    const auto start = pdf.lastIndexOf("<x:xmpmeta");
    const QByteArray close = QByteArrayLiteral("</x:xmpmeta>");
    const auto end = start < 0 ? start : pdf.indexOf(close, start);
    return end < 0 ? QByteArray() : recipeInXml(pdf.mid(start, end + close.size() - start));
}

QByteArray embedded(const QByteArray& content) {
    if (content.startsWith("%PDF")) return recipeInPdf(content);
    if (!content.startsWith("\x89PNG")) return recipeInXml(content);
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    return QImageReader(&buffer, "png").text(QString::fromLatin1(pngKey)).toUtf8();
}

} // namespace

bool exportFigure(const Figure& figure, const QString& path, const nlohmann::json& metadata, QString* error) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!figureSuffixes().contains(suffix))
        return fail(error, Words::tr("The name of a figure must end in .pdf, .svg or .png, not “%1”.").arg(QFileInfo(path).fileName()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(error, Words::tr("The figure could not be written to “%1”: %2").arg(path, file.errorString()));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto json = QString::fromStdString(metadata.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace));
    if (!writeAs(suffix, buffer, figure, json)) return fail(error, Words::tr("The figure could not be painted; it may be too large."));
    if (file.write(buffer.data()) != buffer.size() || !file.commit())
        return fail(error, Words::tr("The figure could not be written to “%1”: %2").arg(path, file.errorString()));
    return true;
}

std::optional<nlohmann::json> readRecipe(const QString& path, QString* error) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(error, Words::tr("“%1” could not be read: %2").arg(path, file.errorString()));
        return std::nullopt;
    }
    const QByteArray json = embedded(file.readAll());
    auto recipe = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (recipe.is_discarded()) {
        fail(error, Words::tr("“%1” carries no recipe; it is not a figure of this program.").arg(path));
        return std::nullopt;
    }
    return recipe;
}

QStringList figureSuffixes() { return {QStringLiteral("pdf"), QStringLiteral("svg"), QStringLiteral("png")}; }

QStringList figureFilters() {
    return {Words::tr("PDF document (*.pdf)"), Words::tr("Scalable vector graphics (*.svg)"), Words::tr("PNG picture, 300 dpi (*.png)")};
}

} // namespace diffuscope
