/// The countries that a new workspace begins with.
enum StarterCountries {
    /// The States of Latin America and the Caribbean, as in the shipped list; a test holds the two together.
    static let yaml = """
        regions:
          - id: "419"
            name: {en: "Latin America and the Caribbean", es: "América Latina y el Caribe", pt: "América Latina e \
        Caribe", fr: "Amérique latine et Caraïbes"}
          - id: "029"
            name: {en: "Caribbean", es: "Caribe", pt: "Caribe", fr: "Caraïbes"}
            parent: "419"
          - id: "013"
            name: {en: "Central America", es: "América Central", pt: "América Central", fr: "Amérique centrale"}
            parent: "419"
          - id: "005"
            name: {en: "South America", es: "América del Sur", pt: "América do Sul", fr: "Amérique du Sud"}
            parent: "419"
        countries:
          - {code: ATG, alpha2: "AG", m49: "028", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Antigua and Barbuda", es: "Antigua y Barbuda", pt: "Antígua e Barbuda", fr: \
        "Antigua-et-Barbuda"}}
          - {code: ARG, alpha2: "AR", m49: "032", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Argentina", es: "Argentina", pt: "Argentina", fr: "Argentine"}}
          - {code: BHS, alpha2: "BS", m49: "044", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Bahamas", es: "Bahamas", pt: "Bahamas", fr: "Bahamas"}}
          - {code: BRB, alpha2: "BB", m49: "052", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Barbados", es: "Barbados", pt: "Barbados", fr: "Barbade"}}
          - {code: BLZ, alpha2: "BZ", m49: "084", group: lac-state, region: "419", subregion: "013", sovereign: true,
             name: {en: "Belize", es: "Belice", pt: "Belize", fr: "Belize"}}
          - {code: BOL, alpha2: "BO", m49: "068", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Bolivia", es: "Bolivia", pt: "Bolívia", fr: "Bolivie"}}
          - {code: BRA, alpha2: "BR", m49: "076", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Brazil", es: "Brasil", pt: "Brasil", fr: "Brésil"}}
          - {code: CHL, alpha2: "CL", m49: "152", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Chile", es: "Chile", pt: "Chile", fr: "Chili"}}
          - {code: COL, alpha2: "CO", m49: "170", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Colombia", es: "Colombia", pt: "Colômbia", fr: "Colombie"}}
          - {code: CRI, alpha2: "CR", m49: "188", group: lac-state, region: "419", subregion: "013", sovereign: true,
             name: {en: "Costa Rica", es: "Costa Rica", pt: "Costa Rica", fr: "Costa Rica"}}
          - {code: CUB, alpha2: "CU", m49: "192", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Cuba", es: "Cuba", pt: "Cuba", fr: "Cuba"}}
          - {code: DMA, alpha2: "DM", m49: "212", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Dominica", es: "Dominica", pt: "Dominica", fr: "Dominique"}}
          - {code: DOM, alpha2: "DO", m49: "214", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Dominican Republic", es: "República Dominicana", pt: "República Dominicana", fr: \
        "République dominicaine"}}
          - {code: ECU, alpha2: "EC", m49: "218", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Ecuador", es: "Ecuador", pt: "Equador", fr: "Équateur"}}
          - {code: SLV, alpha2: "SV", m49: "222", group: lac-state, region: "419", subregion: "013", sovereign: true,
             name: {en: "El Salvador", es: "El Salvador", pt: "El Salvador", fr: "El Salvador"}}
          - {code: GRD, alpha2: "GD", m49: "308", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Grenada", es: "Granada", pt: "Granada", fr: "Grenade"}}
          - {code: GTM, alpha2: "GT", m49: "320", group: lac-state, region: "419", subregion: "013", sovereign: true,
             name: {en: "Guatemala", es: "Guatemala", pt: "Guatemala", fr: "Guatemala"}}
          - {code: GUY, alpha2: "GY", m49: "328", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Guyana", es: "Guyana", pt: "Guiana", fr: "Guyana"}}
          - {code: HTI, alpha2: "HT", m49: "332", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Haiti", es: "Haití", pt: "Haiti", fr: "Haïti"}}
          - {code: HND, alpha2: "HN", m49: "340", group: lac-state, region: "419", subregion: "013", sovereign: true,
             name: {en: "Honduras", es: "Honduras", pt: "Honduras", fr: "Honduras"}}
          - {code: JAM, alpha2: "JM", m49: "388", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Jamaica", es: "Jamaica", pt: "Jamaica", fr: "Jamaïque"}}
          - {code: MEX, alpha2: "MX", m49: "484", group: lac-state, region: "419", subregion: "013", sovereign: true,
             name: {en: "Mexico", es: "México", pt: "México", fr: "Mexique"}}
          - {code: NIC, alpha2: "NI", m49: "558", group: lac-state, region: "419", subregion: "013", sovereign: true,
             name: {en: "Nicaragua", es: "Nicaragua", pt: "Nicarágua", fr: "Nicaragua"}}
          - {code: PAN, alpha2: "PA", m49: "591", group: lac-state, region: "419", subregion: "013", sovereign: true,
             name: {en: "Panama", es: "Panamá", pt: "Panamá", fr: "Panama"}}
          - {code: PRY, alpha2: "PY", m49: "600", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Paraguay", es: "Paraguay", pt: "Paraguai", fr: "Paraguay"}}
          - {code: PER, alpha2: "PE", m49: "604", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Peru", es: "Perú", pt: "Peru", fr: "Pérou"}}
          - {code: KNA, alpha2: "KN", m49: "659", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Saint Kitts and Nevis", es: "San Cristóbal y Nieves", pt: "São Cristóvão e Neves", fr: \
        "Saint-Kitts-et-Nevis"}}
          - {code: LCA, alpha2: "LC", m49: "662", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Saint Lucia", es: "Santa Lucía", pt: "Santa Lúcia", fr: "Sainte-Lucie"}}
          - {code: VCT, alpha2: "VC", m49: "670", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Saint Vincent and the Grenadines", es: "San Vicente y las Granadinas", pt: "São Vicente e \
        Granadinas", fr: "Saint-Vincent-et-les-Grenadines"}}
          - {code: SUR, alpha2: "SR", m49: "740", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Suriname", es: "Suriname", pt: "Suriname", fr: "Suriname"}}
          - {code: TTO, alpha2: "TT", m49: "780", group: lac-state, region: "419", subregion: "029", sovereign: true,
             name: {en: "Trinidad and Tobago", es: "Trinidad y Tabago", pt: "Trinidad e Tobago", fr: \
        "Trinité-et-Tobago"}}
          - {code: URY, alpha2: "UY", m49: "858", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Uruguay", es: "Uruguay", pt: "Uruguai", fr: "Uruguay"}}
          - {code: VEN, alpha2: "VE", m49: "862", group: lac-state, region: "419", subregion: "005", sovereign: true,
             name: {en: "Venezuela", es: "Venezuela", pt: "Venezuela", fr: "Venezuela"}}

        """
}
