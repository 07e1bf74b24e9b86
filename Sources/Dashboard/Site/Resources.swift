/// The files that are built into the program: templates, the style sheet, the script.
enum Resources {
    /// The templates' texts by their names.
    static var templates: [String: String] {
        [
            "cell": text(PackageResources.cell_mustache),
            "change": text(PackageResources.change_mustache),
            "changes": text(PackageResources.changes_mustache),
            "contribution": text(PackageResources.contribution_mustache),
            "countries": text(PackageResources.countries_mustache),
            "country": text(PackageResources.country_mustache),
            "differing": text(PackageResources.differing_mustache),
            "divergences": text(PackageResources.divergences_mustache),
            "due": text(PackageResources.due_mustache),
            "duehead": text(PackageResources.duehead_mustache),
            "entrance": text(PackageResources.entrance_mustache),
            "flags": text(PackageResources.flags_mustache),
            "failure": text(PackageResources.failure_mustache),
            "forum": text(PackageResources.forum_mustache),
            "forumcoverage": text(PackageResources.forumcoverage_mustache),
            "forums": text(PackageResources.forums_mustache),
            "gaps": text(PackageResources.gaps_mustache),
            "api": text(PackageResources.api_mustache),
            "layout": text(PackageResources.layout_mustache),
            "legend": text(PackageResources.legend_mustache),
            "mark": text(PackageResources.mark_mustache),
            "matrix": text(PackageResources.matrix_mustache),
            "measure": text(PackageResources.measure_mustache),
            "measures": text(PackageResources.measures_mustache),
            "method": text(PackageResources.method_mustache),
            "notshown": text(PackageResources.notshown_mustache),
            "overview": text(PackageResources.overview_mustache),
            "owedgroup": text(PackageResources.owedgroup_mustache),
            "owed": text(PackageResources.owed_mustache),
            "problems": text(PackageResources.problems_mustache),
            "progress": text(PackageResources.progress_mustache),
            "search": text(PackageResources.search_mustache),
            "tally": text(PackageResources.tally_mustache),
            "tilemap": text(PackageResources.tilemap_mustache),
            "title": text(PackageResources.title_mustache),
        ]
    }

    /// The style sheet.
    static var styleSheet: [UInt8] { PackageResources.site_css }

    /// The script; every page works without it.
    static var script: [UInt8] { PackageResources.site_js }

    /// The picture in the browser's tab.
    static var icon: [UInt8] { PackageResources.icon_svg }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
