/// The framework that a new workspace begins with.
enum StarterFramework {
    /// Chapter F of the Montevideo Consensus with the titles of its measures and lines, as in the shipped framework; a
    /// test holds the two together.
    static let yaml = """
        framework: montevideo-consensus
        name:
          en: "Montevideo Consensus on Population and Development"
          es: "Consenso de Montevideo sobre Población y Desarrollo"
          pt: "Consenso de Montevidéu sobre População e Desenvolvimento"
          fr: "Consensus de Montevideo sur la population et le développement"
        adopted: 2013-08-15
        title-languages: [en, es, pt, fr]
        chapters:
          - id: F
            title:
              en: "International migration and migrants' human rights"
              es: "Migración internacional y derechos humanos de las personas migrantes"
              pt: "Migração internacional e direitos humanos das pessoas migrantes"
              fr: "Migrations internationales et droits humains des migrants"
            measures: {from: 66, to: 75, count: 10}
            coverage: full-with-gaps
        measures:
          - id: "66"
            code: F.66
            chapter: F
            coverage: full
            title:
              en: "Place international migration within development agendas"
              es: "Situar la migración internacional en las agendas de desarrollo"
              pt: "Situar a migração internacional nas agendas de desenvolvimento"
              fr: "Placer les migrations internationales dans les programmes de développement"
          - id: "67"
            code: F.67
            chapter: F
            coverage: full
            title:
              en: "Help and protect migrants whatever their status"
              es: "Ayudar y proteger a las personas migrantes, sea cual sea su condición"
              pt: "Ajudar e proteger as pessoas migrantes, seja qual for a sua situação"
              fr: "Aider et protéger les migrants, quel que soit leur statut"
            lines:
              - id: "67.1"
                title:
                  en: "Set up inter-sector bodies that watch over migration rules, policies and programmes"
                  es: "Crear instancias intersectoriales que vigilen normas, políticas y programas migratorios"
                  pt: "Criar instâncias intersetoriais que acompanhem normas, políticas e programas migratórios"
                  fr: "Créer des instances intersectorielles de suivi des règles, politiques et programmes \
        migratoires"
              - id: "67.2"
                title:
                  en: "Urge countries still outside the migrant workers convention to ratify it"
                  es: "Animar a ratificar la convención sobre trabajadores migratorios a los países que aún no lo \
        hicieron"
                  pt: "Incentivar a ratificação da convenção sobre trabalhadores migrantes pelos países que ainda \
        não o fizeram"
                  fr: "Inciter les pays qui ne l'ont pas fait à ratifier la convention sur les travailleurs migrants"
              - id: "67.3"
                title:
                  en: "Pass a national law on migrants' rights with the regulations and care protocols it needs"
                  es: "Aprobar una ley nacional de derechos de las personas migrantes con sus reglamentos y \
        protocolos de atención"
                  pt: "Aprovar lei nacional de direitos dos migrantes com regulamentos e protocolos de atendimento"
                  fr: "Adopter une loi nationale sur les droits des migrants avec ses règlements et protocoles de \
        prise en charge"
              - id: "67.4"
                title:
                  en: "Draw up dedicated policies and programmes that treat attention to migrants as a cross-sector \
        task"
                  es: "Elaborar políticas y programas propios que traten la atención como tarea de varios sectores"
                  pt: "Elaborar políticas e programas próprios que tratem o atendimento como tarefa intersetorial"
                  fr: "Élaborer des politiques et programmes dédiés, conçus comme une tâche intersectorielle"
              - id: "67.5"
                title:
                  en: "Keep evaluating protection agreements: regional, subregional, with other regions and bilateral"
                  es: "Evaluar de continuo los acuerdos de protección regionales, subregionales, extrarregionales y \
        bilaterales"
                  pt: "Avaliar continuamente os acordos de proteção regionais, sub-regionais, extrarregionais e \
        bilaterais"
                  fr: "Évaluer en continu les accords de protection régionaux, sous-régionaux, extrarégionaux et \
        bilatéraux"
              - id: "67.6"
                title:
                  en: "Give civil society a consultative and participating place in migration institutions"
                  es: "Dar a la sociedad civil un lugar de consulta y participación en las instituciones migratorias"
                  pt: "Dar à sociedade civil espaço de consulta e participação nas instituições migratórias"
                  fr: "Donner à la société civile une place de consultation et de participation dans les \
        institutions migratoires"
              - id: "67.7"
                title:
                  en: "Agree subregional and regional steps that make regular migration easier"
                  es: "Acordar medidas subregionales y regionales que faciliten migrar de forma regular"
                  pt: "Acordar medidas sub-regionais e regionais que facilitem a migração regular"
                  fr: "Convenir de mesures sous-régionales et régionales facilitant la migration régulière"
              - id: "67.8"
                title:
                  en: "Act concretely against discrimination and xenophobia towards migrants"
                  es: "Actuar de forma concreta contra la discriminación y la xenofobia"
                  pt: "Agir concretamente contra a discriminação e a xenofobia"
                  fr: "Agir concrètement contre la discrimination et la xénophobie"
              - id: "67.9"
                title:
                  en: "Keep national rules, regional agreements and accepted human rights treaties in line with \
        each other"
                  es: "Armonizar normas internas, acuerdos regionales y tratados de derechos humanos aceptados"
                  pt: "Harmonizar normas internas, acordos regionais e tratados de direitos humanos aceitos"
                  fr: "Harmoniser règles internes, accords régionaux et traités de droits humains acceptés"
          - id: "68"
            code: F.68
            chapter: F
            coverage: full
            title:
              en: "Regional and global strategies on migrants' rights and migration's benefits"
              es: "Estrategias regionales y globales sobre derechos de las personas migrantes y beneficios de la \
        migración"
              pt: "Estratégias regionais e globais sobre direitos dos migrantes e benefícios da migração"
              fr: "Stratégies régionales et mondiales sur les droits des migrants et les bienfaits des migrations"
          - id: "69"
            code: F.69
            chapter: F
            coverage: full
            title:
              en: "Portable social security for migrant workers"
              es: "Seguridad social portable para trabajadores migrantes"
              pt: "Seguridade social portável para trabalhadores migrantes"
              fr: "Sécurité sociale transférable pour les travailleurs migrants"
            lines:
              - id: "69.1"
                title:
                  en: "National law on migrant workers' rights that follows the Ibero-American social security \
        convention"
                  es: "Ley nacional sobre los derechos de los trabajadores migrantes acorde con el convenio \
        iberoamericano de seguridad social"
                  pt: "Lei nacional sobre os direitos dos trabalhadores migrantes conforme a convenção \
        ibero-americana de seguridade social"
                  fr: "Loi nationale sur les droits des travailleurs migrants conforme à la convention \
        ibéro-américaine de sécurité sociale"
              - id: "69.2"
                title:
                  en: "Regular evaluation of the social security agreements in force"
                  es: "Evaluación periódica de los convenios de seguridad social vigentes"
                  pt: "Avaliação periódica dos acordos de seguridade social vigentes"
                  fr: "Évaluation régulière des accords de sécurité sociale en vigueur"
              - id: "69.3"
                title:
                  en: "New agreements among CELAC members and with UNASUR, SICA, CARICOM, MERCOSUR and CAN"
                  es: "Nuevos convenios entre los miembros de la CELAC y con UNASUR, SICA, CARICOM, MERCOSUR y CAN"
                  pt: "Novos acordos entre os membros da CELAC e com UNASUL, SICA, CARICOM, MERCOSUL e CAN"
                  fr: "Nouveaux accords entre les membres de la CELAC et avec l’UNASUR, le SICA, la CARICOM, le \
        MERCOSUR et la CAN"
          - id: "70"
            code: F.70
            chapter: F
            coverage: full
            title:
              en: "Coherent and reciprocal treatment of emigrants"
              es: "Trato coherente y recíproco a las personas emigrantes"
              pt: "Tratamento coerente e recíproco dos emigrantes"
              fr: "Traitement cohérent et réciproque des émigrants"
            lines:
              - id: "70.1"
                title:
                  en: "National law that secures emigrants' rights as citizens"
                  es: "Ley nacional que garantice los derechos de las personas emigradas como ciudadanas"
                  pt: "Lei nacional que assegure os direitos das pessoas emigradas como cidadãs"
                  fr: "Loi nationale garantissant les droits des émigrés en tant que citoyens"
              - id: "70.2"
                title:
                  en: "Policies for emigrants' needs and for settling in the host country"
                  es: "Políticas para las necesidades de las personas emigradas y su integración en el país de \
        acogida"
                  pt: "Políticas para as necessidades das pessoas emigradas e sua integração no país de acolhida"
                  fr: "Politiques répondant aux besoins des émigrés et à leur intégration dans le pays d’accueil"
              - id: "70.3"
                title:
                  en: "Treat return, for good or for a time, as a subject of public policy"
                  es: "Tratar el retorno, definitivo o temporal, como tema de política pública"
                  pt: "Tratar o retorno, definitivo ou temporário, como tema de política pública"
                  fr: "Traiter le retour, définitif ou temporaire, comme un sujet de politique publique"
              - id: "70.4"
                title:
                  en: "Look after migrants' relatives wherever this is needed"
                  es: "Atender a los familiares de las personas migrantes dondequiera que haga falta"
                  pt: "Atender aos familiares das pessoas migrantes onde for necessário"
                  fr: "S’occuper des proches des migrants partout où c’est nécessaire"
              - id: "70.5"
                title:
                  en: "Make sending money home easier through a transparent market"
                  es: "Facilitar el envío de remesas mediante un mercado transparente"
                  pt: "Facilitar o envio de remessas por meio de um mercado transparente"
                  fr: "Faciliter les envois de fonds grâce à un marché transparent"
          - id: "71"
            code: F.71
            chapter: F
            coverage: full
            title:
              en: "Concrete results from dialogue inside and beyond the region"
              es: "Resultados concretos del diálogo dentro y fuera de la región"
              pt: "Resultados concretos do diálogo dentro e fora da região"
              fr: "Des résultats concrets par le dialogue dans la région et au-delà"
            lines:
              - id: "71.1"
                title:
                  en: "Rest dialogue and cooperation on migration governance principles"
                  es: "Basar el diálogo y la cooperación en principios de gobernanza de la migración"
                  pt: "Basear o diálogo e a cooperação em princípios de governança da migração"
                  fr: "Fonder le dialogue et la coopération sur des principes de gouvernance des migrations"
              - id: "71.2"
                title:
                  en: "Exchange among regional consultation forums of the world"
                  es: "Intercambio entre los foros regionales de consulta del mundo"
                  pt: "Intercâmbio entre os fóruns regionais de consulta do mundo"
                  fr: "Échanges entre les forums régionaux de consultation du monde"
              - id: "71.3"
                title:
                  en: "Coordinate what intergovernmental migration bodies do towards North America and the EU"
                  es: "Coordinar lo que hacen los organismos intergubernamentales de migración ante América del \
        Norte y la UE"
                  pt: "Coordenar o que fazem os organismos intergovernamentais de migração perante a América do \
        Norte e a UE"
                  fr: "Coordonner l’action des organismes intergouvernementaux de migration envers l’Amérique du \
        Nord et l’UE"
              - id: "71.4"
                title:
                  en: "Apply shared responsibility properly, after finding out who is responsible for what"
                  es: "Aplicar bien la responsabilidad compartida, tras precisar quién responde de qué"
                  pt: "Aplicar bem a responsabilidade compartilhada, depois de definir quem responde pelo quê"
                  fr: "Appliquer dûment la responsabilité partagée, après avoir établi qui répond de quoi"
              - id: "71.5"
                title:
                  en: "Advance free movement within integration schemes"
                  es: "Avanzar en la libre circulación dentro de los esquemas de integración"
                  pt: "Avançar na livre circulação dentro dos esquemas de integração"
                  fr: "Faire progresser la libre circulation au sein des dispositifs d’intégration"
          - id: "72"
            code: F.72
            chapter: F
            coverage: full
            title:
              en: "No criminalization, and basic services for every migrant"
              es: "Sin criminalización y con servicios básicos para toda persona migrante"
              pt: "Sem criminalização e com serviços básicos para toda pessoa migrante"
              fr: "Ni criminalisation ni exclusion des services de base pour les migrants"
            lines:
              - id: "72.1"
                title:
                  en: "National migrants' rights law with gender and childhood lenses"
                  es: "Ley nacional de derechos de las personas migrantes con enfoque de género y de niñez"
                  pt: "Lei nacional de direitos das pessoas migrantes com enfoque de gênero e de infância"
                  fr: "Loi nationale sur les droits des migrants tenant compte du genre et de l’enfance"
              - id: "72.2"
                title:
                  en: "Regulations and care protocols for it, mainly for children and adolescents, accompanied or not"
                  es: "Su reglamento y sus protocolos de atención, sobre todo para niñas, niños y adolescentes, \
        acompañados o no"
                  pt: "Seu regulamento e seus protocolos de atendimento, sobretudo para crianças e adolescentes, \
        acompanhados ou não"
                  fr: "Son règlement et ses protocoles de prise en charge, surtout pour les enfants et adolescents, \
        accompagnés ou non"
              - id: "72.3"
                title:
                  en: "Policies for migrants at risk in border areas, women and minors first"
                  es: "Políticas para migrantes en riesgo en zonas fronterizas, primero mujeres y menores de edad"
                  pt: "Políticas para migrantes em risco em zonas de fronteira, primeiro mulheres e menores de idade"
                  fr: "Politiques pour les migrants en danger dans les zones frontalières, femmes et mineurs d’abord"
              - id: "72.4"
                title:
                  en: "Better law for mixed flows, forced displacement, stateless people and those seeking refuge"
                  es: "Mejores leyes para flujos mixtos, desplazamiento forzado, apátridas y personas que buscan \
        refugio"
                  pt: "Leis melhores para fluxos mistos, deslocamento forçado, apátridas e pessoas que buscam refúgio"
                  fr: "De meilleures lois pour les flux mixtes, les déplacements forcés, les apatrides et ceux qui \
        cherchent refuge"
              - id: "72.5"
                title:
                  en: "Full compliance with the 2014 Brazil Declaration on refugees, displaced and stateless people"
                  es: "Cumplimiento pleno de la Declaración de Brasil de 2014 sobre refugiados, desplazados y \
        apátridas"
                  pt: "Cumprimento pleno da Declaração do Brasil de 2014 sobre refugiados, deslocados e apátridas"
                  fr: "Plein respect de la Déclaration du Brésil de 2014 sur les réfugiés, déplacés et apatrides"
          - id: "73"
            code: F.73
            chapter: F
            coverage: full
            title:
              en: "Coordination among sectors and governments, with a gender lens"
              es: "Coordinación entre sectores y gobiernos con mirada de género"
              pt: "Coordenação entre setores e governos com perspectiva de gênero"
              fr: "Coordination entre secteurs et gouvernements, avec une approche de genre"
            lines:
              - id: "73.1"
                title:
                  en: "Adopt and apply a migrants' rights law with a gender lens"
                  es: "Adoptar y aplicar una ley de derechos de las personas migrantes con enfoque de género"
                  pt: "Adotar e aplicar uma lei de direitos das pessoas migrantes com enfoque de gênero"
                  fr: "Adopter et appliquer une loi sur les droits des migrants tenant compte du genre"
              - id: "73.2"
                title:
                  en: "Mechanisms to coordinate and follow policies across ministries (health, labour, education, \
        social development)"
                  es: "Mecanismos para coordinar y seguir las políticas entre ministerios (salud, trabajo, \
        educación, desarrollo social)"
                  pt: "Mecanismos para coordenar e acompanhar as políticas entre ministérios (saúde, trabalho, \
        educação, desenvolvimento social)"
                  fr: "Mécanismes de coordination et de suivi des politiques entre ministères (santé, travail, \
        éducation, développement social)"
          - id: "74"
            code: F.74
            chapter: F
            coverage: full
            title:
              en: "Joint work on irregular migration along the whole route"
              es: "Trabajo conjunto sobre la migración irregular en toda la ruta"
              pt: "Trabalho conjunto sobre a migração irregular em toda a rota"
              fr: "Travail commun sur la migration irrégulière tout au long du parcours"
          - id: "75"
            code: F.75
            chapter: F
            coverage: full
            title:
              en: "Regional voice in the 2013 UN dialogue on migration and after it"
              es: "Voz regional en el diálogo de la ONU de 2013 sobre migración y después"
              pt: "Voz regional no diálogo da ONU de 2013 sobre migração e depois"
              fr: "Voix régionale dans le dialogue de l'ONU de 2013 sur les migrations et après"

        """
}
