/**
 * Words that are a slip away from another word. Who types one of them for another had the other in mind: "rule" is no slip of "role".
 * In small letters, singular; of the field and of everyday English and German.
 */
export const ownWords: ReadonlySet<string> = new Set(
  (
    'able access accept adapt adopt address affect effect age page stage image allow alloy amount annotate announce apply supply argument ' +
    'assert asset assign align attach attack author back pack batch match patch watch latch bind find kind mind wind bit bin binary blank ' +
    'black block clock lock look log lag loop lane bond bound found round sound ground boot root route router book hook cook bool pool ' +
    'tool broker broken build guild built bulk cache catch cafe case cast cause chain claim change charge chart chat check chunk class ' +
    'clause close clean clear client clone cluster code mode node note core cord card care command commend common compare compute ' +
    'computer config confirm container contained content contest context control copy cost host most post port part past path pass create ' +
    'crate current cycle data date gate rate state static status statue deck desk deep keep default delete depend deploy desire device ' +
    'devise direct disk risk domain door down drain train brain drop crop drift draft edge edit exit event even ever every never expect ' +
    'except expose express fail fall tail pail mail main pain fact fast factor feature field file fill fine line link like list lift last ' +
    'lost least lease lesson lessen filter fire first flag flat float flow slow floor folder follow fork work word world force form from ' +
    'forum format formal free tree frame group guest quest guide hand hard hash heap help held hold hole role roll rule rolled handle ' +
    'bundle hour house idle index input instance instant issue item join joint jump just keys label level labor large later latter layer ' +
    'leader reader header lead load read left length limit limited live life local locale location allocation lower power mask task make ' +
    'manage manager measure member memory menu merge message method meter metric minor miner mirror model modal module move mount mouse ' +
    'name same game native nature nest next text test rest request normal number object offset open option order other over owner packet ' +
    'pocket parse phase phrase peer pear period persist place plane plan plain plant plate play point print paint taint policy police ' +
    'polite position possess tower prefix present prevent prompt proper property proof prove probe process progress project protect ' +
    'provide provider proxy pull push query queue quota quote raise range rage reach react ready real seal reason record recover reduce ' +
    'refer region register reject release relate remote remove repeat repair replace replica report reserve reverse serve server service ' +
    'secret select sender render resource source restore return review rise safe save sample simple scale scope scape score store story ' +
    'scan script search section sector sense send seed need seen sentence serial series session share shape sharp short shot shell shift ' +
    'show side site size since sign single signal slice slide small smart snap socket soft sort space span speed spend spent split spot ' +
    'start stack storage standard stand step stop stream strong string structure switch syntax system table cable taken token target team ' +
    'term time tile type title total topic tonic track trace trade trust truth tunnel tune turn user used uses update upgrade valid value ' +
    'valve vault version vertical view volume vote wait wake warm warn weak week weight height wide width within while white write where ' +
    'were there three these those thing think third throw through though thought trial trail unit unite until usual very verb virtual ' +
    'when then than them zone phone tone stone knoten konten karten garten daten dateien raten warten werte worte orte sorte liste leiste ' +
    'reset wert wort ort art rolle regel regal riegel nagel stelle welle quelle'
  ).split(' '),
);
