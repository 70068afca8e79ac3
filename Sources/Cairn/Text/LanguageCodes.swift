/// The codes of languages, as the standard has them: ISO 639-1 and 639-2, and of ISO 639-3 the living languages, with the sign languages among
/// them. Source: the tables of iso-codes 4.15, made from what the registration authorities publish (Library of Congress, SIL International).
///
/// The first part of a language tag (BCP 47) is the code of two letters where a language has one, else the one of three.
package enum LanguageCodes {
  /// `en` with `eng`: the code of two letters, and those of three that stand for the same.
  private static let short = """
    aa=aar ab=abk ae=ave af=afr ak=aka am=amh an=arg ar=ara as=asm av=ava ay=aym az=aze ba=bak be=bel bg=bul bh=bih bi=bis bm=bam \
    bn=ben bo=bod=tib br=bre bs=bos ca=cat ce=che ch=cha co=cos cr=cre cs=ces=cze cu=chu cv=chv cy=cym=wel da=dan de=deu=ger \
    dv=div dz=dzo ee=ewe el=ell=gre en=eng eo=epo es=spa et=est eu=eus=baq fa=fas=per ff=ful fi=fin fj=fij fo=fao fr=fra=fre \
    fy=fry ga=gle gd=gla gl=glg gn=grn gu=guj gv=glv ha=hau he=heb hi=hin ho=hmo hr=hrv ht=hat hu=hun hy=hye=arm hz=her ia=ina \
    id=ind ie=ile ig=ibo ii=iii ik=ipk io=ido is=isl=ice it=ita iu=iku ja=jpn jv=jav ka=kat=geo kg=kon ki=kik kj=kua kk=kaz kl=kal \
    km=khm kn=kan ko=kor kr=kau ks=kas ku=kur kv=kom kw=cor ky=kir la=lat lb=ltz lg=lug li=lim ln=lin lo=lao lt=lit lu=lub lv=lav \
    mg=mlg mh=mah mi=mri=mao mk=mkd=mac ml=mal mn=mon mr=mar ms=msa=may mt=mlt my=mya=bur na=nau nb=nob nd=nde ne=nep ng=ndo \
    nl=nld=dut nn=nno no=nor nr=nbl nv=nav ny=nya oc=oci oj=oji om=orm or=ori os=oss pa=pan pi=pli pl=pol ps=pus pt=por qu=que \
    rm=roh rn=run ro=ron=rum ru=rus rw=kin sa=san sc=srd sd=snd se=sme sg=sag si=sin sk=slk=slo sl=slv sm=smo sn=sna so=som \
    sq=sqi=alb sr=srp ss=ssw st=sot su=sun sv=swe sw=swa ta=tam te=tel tg=tgk th=tha ti=tir tk=tuk tl=tgl tn=tsn to=ton tr=tur \
    ts=tso tt=tat tw=twi ty=tah ug=uig uk=ukr ur=urd uz=uzb ve=ven vi=vie vo=vol wa=wln wo=wol xh=xho yi=yid yo=yor za=zha \
    zh=zho=chi zu=zul
    """

  /// Codes of three letters for languages that have none of two: after the first two letters, each third letter that there is.
  private static let long = """
    aaabcdefghiklnopstuwxz ababcdefghilmnopqrstuvwxyz acabdefhmnpqrtuvwxyz adabdefghijlnoqrstuwxyz aebcdeklmnqruwyz \
    afabdeghiknopstuz agbcdefghijklmnoqrstuvwxyz ahabghiklmnprst aiabcefghijklmnopqrwxy ajaginpsuz akbcdefghiklopqrstuvwz \
    alacdefghijklmnopqrstuwxyz ambcefgijklmnopqrstuvwxy ancdefghijklmnopqrtuvwxyz aoabcdefgijklmnstuxz apabcdefghijklmnopqrstuwxyz \
    aqcdgkmnrtz arbcehiklnopqrstvwxyz asabcefgijklnopqrstuvwxyz atabdeghijklmnopqrstuvwxyz auabcdghijklmnpqrstuwyz avbdilntuv \
    awabcehimnorstuvwxy axkx ayabceghiklnopqrstuz azabdgjmnotz baabcdfghijlnoprstuvwxy bbabcdefghijklmnopqrstuvwxy \
    bcabcdefghijklmnopqrstuvwyz bdabcdefghijklmnopqrstuvwxyz beabcdefghijkmopqrstuvwxyz bfabcdefghijklmnopqrstuwxyz \
    bgabcdefgijklnopqrstuvwxyz bhabcdefghijlmnopqrstuvwxyz biabdefgklmnopqrtuvwxyz bjacefghijklmnoprstuvwxz \
    bkacdfghijklmnopqrstuvwxyz blabcdefhijkmnopqrstvwxyz bmabcdefghijklmopqrstuvwxz bnabcdefgijklmnopqrstuvwxyz \
    boabefghjklmnopqrtuvxyz bpacdeghijklmnopqrsuvwxyz bqabcdghijklmnopqrstuvwxyz brabdfghijlmnopqrstuvwxyz \
    bsabcefghijkmnopqrstuwxy btacdfghijkmnopqrstuvwxyz buabcdfghijkmnopqstuvwxyz bvabcdefghijklmnopqrtuwxyz \
    bwabcdefghijklmnopqrstuwxyz bxabcdefghjklmnopqrsuvwz byabcdefhijklmnoprsvwxz bzabcdefghijklmnopqsuvwxyz \
    caabcdefghiklmnopqrsuvwxy cbbcdgijklnoqrstuvwy cccdeghjlmop cdaefhijmnorsyz cebgklnty cfadgm cgacgk chbdfgjklmnopqrwxyz \
    ciabcehkmnprwy cjaeikmnopsvy ckbhlmnoqrstuvxyz clacdehijklmotuwy cmaceilnort cnabcghiklopqrstuw coacdefghklmnoptuvxz \
    cpabcefinopsuxy cqd cracdghijklmnopqstvwxy csabcdefghjklmnopqrtvwxyz ctadeghlnopstuyz cuabchijklqrstuvwxy cvgn cwabdegt cyao \
    czhnot daacdeghijklmoqrsuvwxyz dbabdefgijlmnopqrtuvwy dcc dddegijnosw decdefghiklmnqrsvz dgabcdeghiklorsxz dhdgilmnorsvwx \
    diabcdghijklmnopqrsuwxyz djbcdeijkmnoru dkagkrsx dlgkn dmabcegklmorsuvwxy dnadegijknortuvwy doabcefhiklnopqrstvwxyz dpp \
    drabcdegilnostuy dsbehiloqz dtabdikmnoprstuy duabcefghiklmnopqrsuvwx dva dwakruwyz dyaimnouy dzagln ebcgkoru ecs eee efaei \
    egalmoy ehsu eiptv eja ekaegiklmopry elehkmoux emabegiknpqsuwxz enabcdfhlmnoqruvwx eot epi eraghikostw eseghiklnosuy \
    etbhnorsuxz evehn ewo ext eyo ezae faabdfghijklmnprtuxyz fbl fcs fer ffim fgr fiaeflprtuw fkkv flahilry fmpu fnbgi fodimnr fpe \
    fqs frcdmopqrst fsels fubcdefhijmnqrtuvy fvr fwae gaabcdefghijklmnopqrstuwxyz gbabdefghijklmnopqrsuvwxyz gccflnrt \
    gdabdefghijklmnoqrsux geabcdfghijklmqsvwxyz gfk ggabegltuw ghaehklnrst giabcdeghilmnpqrstuwxyz gjknru gkadenp glbcdhjkoruw \
    gmbdghmnruvxz gnabdeghijkmnoqtuwz goabcdefghijklmnopqrstuvwxyz gpaen gqairu grabcdghijmoqrstuvwxyz gseglmnopsw gta \
    guabcdefghiklmnopqrstuwxz gvacefjlmnoprs gwabcdefgijnrtwx gxx gyabdegilmnorz gzain haabcdefghijklmnopqrsvwxyz hbabnu hcah \
    hdnsy headghim hgmw hhiry hiadfghijklmortwx hji hkaehkns hlabdet hmabcdefghijlmnpqrstuvwyz hnadeghijnosu hoabcehijlopstvwyz \
    hps hracekmotuwxz hsbhlns htosu hubcdefghijlmopqrstuvxyz hvceknv hwaco hyaw iainr ibabdeghlmnruy icahlr idabcdeirstu ifabekmuy \
    igbeglmnow ihbip ijcejnos ikeiklopstvwxz ilabikmopsuv imainort inbceghjlnopst ioru ipio iquw iraehiknoruxy isacdeghikmnortu \
    itbdiklmorstvwxyz ium ivbv iwkmos ixcl iyaox izhrz jaabcdefhjklmoqstuxyz jbejkmnortu jcst jdagt jebehiklnrtu jgeko jhis \
    jiabcdeghilmoqtuvy jjer jkamoprsu jles jmabcdilnrswx jnadijls jobdgsw jpr jqr jrabrtu jsl juabdhklmnoprsuwy jvdn jwi jyaey \
    kaabcdfghijkmopqrvwxy kbcdeghijklmnopqrstuvwxyz kcabcdefghijklmnopqrstuvwxyz kdcdefghijklmnpqrtuwxyz \
    keabcdefghijklmnopqrstuvwxyz kfabcdefghijklmnopqrstuvwxyz kgabefgijknopqrstuvwxy khabcdefghijklnopqrstuvwxyz \
    kiabcdefghjlmopqstuvwxyz kjabcdeghijklmnopqrstuxyz kkabcdefghijklmnopqrstuvwxyz klbcdefghijklmnopqrstuvwxyz \
    kmabcdefghijklmnopqrstuvwxyz knabcdefgijklmnopqrstuvwxyz koadeghiklopqstuvwyz kpabcdefghijklmoqrstuvwxyz \
    kqabcdefghijklmnopqrstvwxy kracdefhijlnoprstuvwxyz ksabcdefghijklmnopqrstuvwxyz ktabcdefhijlmnopstuvxyz \
    kubcdefghijklmnopqstuvwxy kvabcdefghijklmnopqrtuvwxyz kwabcdefghijklmnoprstuvwxy kxabcdfhijkmnpqrstvwxyz \
    kyabcdefghijklmnopqrstuvwxyz kzabcdefgilmnopqrsuvyz laacdefghijlmnpqrsuwxy lbbcefgijklmnoqrstuvwxz lccdefhlmpqs \
    ldabdghijklmopq leabcdefhijklmopqrstuvwxyz lfa lgabghiklmnoqrtuz lhahilmnptu liabcdefghjklopqrsuvwxyz ljeilpw \
    lkabcdehijlnorsty llabcdeghilmnpqsux lmabdefghijklnopqruvwxy lnabdhilmnsuz loabcefghijklmnopqrstuvwxyz lpaenox lqr \
    lraciklmnortvz lsabcdehilmnoprstvwy ltghinosu luacdefijklmnopqrstuvwyz lvaiksu lwaeghlmostuw lxm lyagn lzlnz \
    maabdefgijkmnpqstuvwxz mbabcdfhijklmnopqrstuvwxyz mcabcdefghijkmnopqrstuvwxyz mdabcdefghijklmnpqrstuvwxyz \
    meabcdefhijklnopqrstuvwyz mfabcdefghijklmnopqrstuvxyz mgabcdefghijklmnopqrstuvwyz mhabcdefgijklmnopqrstuwxyz \
    miabcdefghijklmnopqrtuwxyz mjbcdghijklmnoprstuvwxz mkabcefghijklmnoprstuvwxyz mlabcefhijklmnopqrsuvwxz \
    mmabcdefghijklmnopqrtuwxyz mnabcdefghijklmnopqrsuvwxyz moaceghijkopqrstuvwxyz mpabcdeghijklmnopqrstuvwxyz \
    mqabcefghijklmnopqrstuvwxyz mrabcdfghjklmnopqrstuvwxyz msbcdefghijklmnoqrsuvwxyz mtabcdefghijklopqrstuvwxy \
    muabcdeghijkmnopqrstuvxyz mvadefghiknopqrstuvwxyz mwabcefghiklmnopqrstvwz mxabcdefghjklmnopqrstuvwxyz mybcefghjklmnopruvwxy \
    mzabcdeghijklmnpqrstuvwxyz naabcfghijklmnopqrstwxz nbabcdeghijkmnopqrstuvwy ncabcdefghjklmnoqrstux ndabcdghijklmnpqrstuvwxyz \
    neabcdefghjkmnoqrstvwxyz nfadlru ngabcdeghijklmnpqrstuwxyz nhabdefghikmnopqrtuvwxyz niabcefhijklmnoqrstuvwxyz \
    njabdhijlmnorstuxyz nkabcdefghijkmnoqrstuvwxz nlacegijklmoquvxyz nmabcdefghijklmnoqstuwxyz nnabcdefghijklmnpquwz \
    noacdefghijnpqstuwyz npabghilnosuxy nqgklmnoqty nrabefgiklmuz nsacdefghiklmnopqrstuvwxyz ntdeijkmopruxyz \
    nuabdefhijkmnopqrstuvwxyz nvhmo nwbceimrw nxadegikloqrx nybcdefghijklmnoqrsuwy nzabdikmsuyz oaac obklou ocau odaku ofu ogbcgou \
    oiaen ojbcgsvw okabcdehiknrsuvx olademoru omabgilotw onabegijknoprstux oodgnr opakmoy oraceghnorstuwxyz osaiotu \
    otadelmnoqrstwxz ouabe ovd owi oybdmy ozm paabcdeghiklmopqrsuvwy pbbcefhilmnoprstuvy pcabcdefghijklmnpw pdacinotu \
    peadeghiklmopqsvxyz pfael pgagiksuz phadghijklmnoqrtuvw piabcdfghlnoprsuvwxyz pjt pkbghnoprstu plabcdeghjklnorstuvwyz \
    pmabefijmnoqrstwxy pnabcdeghiklmnpqrstuvwxyz pocefhikmnpqstvwy ppeiklmnopqst pqam pracdefghiklmnopqstuwxz psacdeghilnopqrstw \
    ptainopqrtuvy puabcdfgijmoprtuwx pwabgmnorw pxm pyemnsuy pzhn quabcdfghiklmpqrsvwxyz qvacehijlmnopswyz qwahs qxachlnopqrstuw \
    raabcdfghijklmnopqrstuvwxyz rbbkl rcf rdb reabegijlnsty rgaenrsu rhgp riabflmnrtu rjgis rkabhimt rmabcefghiklmnopqstuwxyz \
    rnbdglnpw roabcdefglmopruw rpnt rrio rsbklmn rtchmw rubcefghikopqtuyz rwaklmor rxd rynsu rzh saabcdefhijklmoqstuvwxyz \
    sbabcdefghijklmnopqrstuwxyz scbefghiklnopqstuvw sdabcefghjklnopqruxz seabcdefghijklmnopqrstuvwyz sfbemsw \
    sgabcdeghijknprstuwxyz shabcdeghijklmnopqrsuvwxyz sibdefghijklmopqrtuvwxyz sjabdeglmoprtuw skabcdefghijmnopqrstuvxyz \
    slacdefghijlmprstuwxyz smabfghijklmnqrstvwxyz sncefgjklmnopqrsuvwxyz soabcdeghijklnopqrsuvwxyz spbcdegiklmnopqrstuvy \
    sqahkmoqstux srabcefghiklmnoqrstuvwxyz ssabcdefghijklmnopqrstuvxyz stabdefghijklmnopqrstuvwy suabcegijkoqrsvwxyz svabcekms \
    swbcfghijklmnopqrstuvxy sxbegmnrsuw syabciklmnorswxy szabceglnpsvwy taabcdefgijklnopqruvwxyz tbacdefgijklmnoprstvwxyz \
    tcabcdefghikmnopqstuwxyz tdabcdefghijklmnoqrstvxy teacdefghikmoqrstuvwxyz tfinort tgabcdefhijnopqrstuwx thdefhiklmnpqrstuvyz \
    tiacfghijkmnopqstuvwxyz tjagijlopsw tkbdeglnpqrstuvwxz tlabcdfghijklmnopqrstuvxy tmabcdfhijklmnoqstuvwy \
    tnabcdghiklmnoprstuvwxyz tobcdfghijmopqrsuvwxyz tpacefgijlmopqrtuvxyz tqblmnopqtu trabcdefghijlmnopqrstuvwx \
    tsabcdeghijklmpqrstuvwxyz ttbcdefghijklmnopqrstuvwyz tuacefghijlmnopqstuvyz tvadeklmnostuw twbdefghlmnopqruwxy txaeijmnoqstuxy \
    tyaehijlnrstuvxyz tzahjmnox uanr ubailru udaegijlmu ues ufi ugaehnoy uhan uisv uji ukaghiklpqsuvw ulabcfiklmnuw umabimnpsu \
    unaegiknruxz upiv urabeghiklmnoprtwxyz usahikpsu utaehpru uumru uvehl uwa uya uzns vaaefghijlmnoprsuvy vbbk vecdlmpr vgrt \
    vicdfglnstv vkjklnoptuz vlps vmacdefghjkmpqrwxyz vnkmp vort vraost vsilv vto vumnt vwa waabdeghijklnpqrstuvwxyz \
    wbabefhijklmpqrstvw wcai wddgjt wecdghimnoprstuw wfg wgbioy whagku wibghijkmnuv wjai wkbdlru wlaceghilorsvwx wmbcdeghmostwx \
    wnbcegikopuwy woabcdefgikmnorsw wpc wrklmnprsuvxy wsagikrs wtfikmw wuabdhlmntuvxy wwaow wxa wybmnry xabclnotuvwy xbiry xdaoqy \
    xedlmrstu xgu xhev xiisy xkabcdefgijklnopqstuvwxyz xla xmabcdfghjlmostvwxyz xnbhjnqrsyz xodgikmnprw xpek xrabeiuw \
    xsbehijlmnpqruy xtabcdeijlmnpstuwy xuabgjou xvi xwaeglr xxk xyy yaabcdefghijklmnopqrstuvwxyz ybabehijklmoxy ychlnp yddegk \
    yeacejlrstuvy yglmprsuw yhadls yiafgijkmnpqrstuvxz ykagiklmnortuy ylabegilmnouy ymbcdghiklmnopqrxz ynaegkloqs yogikmntxy \
    ypabghkmnopz yrabeklmnoswy ysdglmnopsy ytalpw yuacdefijlmnpqtwxyz yva ywaglnqrtu yyuz yzgk zaabcdefghijklmopqrstuvwxyz \
    zbceltuw zcadh zdj zeaghn zgabhmnr zhbdinw ziabklmnwz zkadnru zlajmnq zmabdfgijmnopqrstwxyz znadegs zochmoqrs \
    zpabcdefghijklmnopqrstuvwxyz zqe zrgnos zsalmru zteglmnpqstuxy zuahmny zwa zybgjnp zzaj
    """

  /// By code of two letters.
  package static let ofTwoLetters: [String] = short.split(separator: " ").map { String($0.prefix(2)) }
  private static let known = Set(ofTwoLetters)

  /// `eng` and `ger` to the code of two letters.
  private static let shortened: [String: String] = {
    var shortened: [String: String] = [:]
    for entry in short.split(separator: " ") {
      let codes = entry.split(separator: "=").map(String.init)
      for code in codes.dropFirst() { shortened[code] = codes[0] }
    }
    return shortened
  }()

  /// Whether there is a language of this code, in lower case, which a tag may begin with.
  package static func has(_ code: String) -> Bool {
    switch code.utf8.count {
    case 2: known.contains(code)
    case 3: isLong(code)
    default: false
    }
  }

  /// `en` for `eng`; nil for a code that is short already, or that nothing is shorter than.
  package static func short(for code: String) -> String? { shortened[code] }

  private static func isLong(_ code: String) -> Bool {
    guard let last = code.last else { return false }
    return long.split(separator: " ").first { $0.hasPrefix(code.dropLast()) }?.dropFirst(2).contains(last) ?? false
  }
}
